// Some 25 days, and what a database keeps as an integer.
const mostMs = 2 ** 31 - 1;

/**
 * How far an engine's clock is from ours, in milliseconds to add to its times. It stamped the meeting while we
 * waited for its answer; a stamp inside that span proves nothing wrong and counts as 0,
 * and so does one that is weeks off: it is no time at all (some balancers count in seconds).
 */
export function clockSkewMs(stamp: { engine: number; sentAt: number; answeredAt: number }): number {
  const skew = Math.max(0, stamp.sentAt - stamp.engine) + Math.min(0, stamp.answeredAt - stamp.engine);
  return Math.abs(skew) <= mostMs ? skew : 0;
}
