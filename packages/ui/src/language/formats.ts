type Moment = Date | string | number;

export interface Formats {
  /** "12 June"; with the year when it is another one. */
  date(at: Moment): string;
  /** "14:00" */
  time(at: Moment): string;
  /** "12 June, 14:00" */
  dateTime(at: Moment): string;
  /** "3 minutes ago", "tomorrow": in the largest unit that is at least one. */
  relative(at: Moment, now?: Moment): string;
  /** "48 min", "1 h 52 min", "20 s" */
  duration(seconds: number): string;
  /** "Noémie, Amadou and Rui" */
  list(items: readonly string[]): string;
  number(value: number | bigint): string;
  /** Money from minor units (cents, pence), exact however large. */
  money(minor: bigint | number, currency: string): string;
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** Dates, numbers, lists and money as a locale writes them. Without a time zone: the device's own. */
export function createFormats(locale: string, timeZone?: string): Formats {
  const zone = timeZone ? { timeZone } : {};
  const day = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'long' });
  const dayOfYear = new Intl.DateTimeFormat(locale, {
    ...zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const year = new Intl.DateTimeFormat('en', { ...zone, year: 'numeric' });
  const clock = new Intl.DateTimeFormat(locale, { ...zone, hour: '2-digit', minute: '2-digit' });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const numbers = new Intl.NumberFormat(locale);
  const date = (at: Moment) => {
    const moment = new Date(at);
    const here = year.format(moment) === year.format(Date.now());
    return (here ? day : dayOfYear).format(moment);
  };
  const time = (at: Moment) => clock.format(new Date(at));
  return {
    date,
    time,
    dateTime: (at) => `${date(at)}, ${time(at)}`,
    relative(at, now = Date.now()) {
      const seconds = (new Date(at).getTime() - new Date(now).getTime()) / 1000;
      const [unit, length] = units.find(([, least]) => Math.abs(seconds) >= least) ?? ['second', 1];
      return ago.format(Math.trunc(seconds / length), unit);
    },
    duration: (seconds) => duration(locale, seconds),
    list: (items) => lists.format(items),
    number: (value) => numbers.format(value),
    money: (minor, currency) => money(locale, minor, currency),
  };
}

function duration(locale: string, seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const say = (value: number, unit: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  if (whole < 60) return say(whole, 'second');
  const minutes = Math.round(whole / 60);
  const hours = Math.floor(minutes / 60);
  const parts = [hours > 0 ? say(hours, 'hour') : '', minutes % 60 > 0 ? say(minutes % 60, 'minute') : ''];
  return parts.filter(Boolean).join(' ');
}

function money(locale: string, minor: bigint | number, currency: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const scale = format.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = BigInt(minor);
  const digits = (amount < 0n ? -amount : amount).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const rest = digits.slice(digits.length - scale);
  // A decimal string is formatted exactly; a number would lose cents beyond 2^53.
  const decimal = `${amount < 0n ? '-' : ''}${whole}${rest ? `.${rest}` : ''}` as `${number}`;
  return format.format(decimal);
}
