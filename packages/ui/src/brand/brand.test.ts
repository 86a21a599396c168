import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brandCss } from './brand-css.ts';
import { contrast, hexOf, oklchOf } from './oklch.ts';
import { accentRoles, isPaint } from './paint.ts';

const paints: string[] = [
  '#0a5f78',
  '#8d2f63',
  '#3b4257',
  '#ffd400',
  '#39ff14',
  '#f7d9dd',
  '#000000',
  '#ffffff',
  '#808080',
];
for (let h = 0; h < 360; h += 10) {
  for (const c of [0.02, 0.1, 0.3])
    for (const l of [0.15, 0.4, 0.6, 0.8, 0.97]) paints.push(hexOf({ l, c, h }));
}

/** Grounds of tokens.css, as painted. */
const grounds = {
  light: {
    paper: hexOf({ l: 0.955, c: 0.009, h: 95 }),
    sheet: hexOf({ l: 0.992, c: 0.005, h: 95 }),
    well: hexOf({ l: 0.926, c: 0.012, h: 92 }),
  },
  dark: {
    paper: hexOf({ l: 0.212, c: 0.009, h: 62 }),
    sheet: hexOf({ l: 0.254, c: 0.011, h: 62 }),
    well: hexOf({ l: 0.182, c: 0.009, h: 62 }),
  },
};
const ink = { light: hexOf({ l: 0.255, c: 0.028, h: 262 }), dark: hexOf({ l: 0.945, c: 0.01, h: 95 }) };
const onAccent = hexOf({ l: 0.992, c: 0.005, h: 95 });

describe('a paint', () => {
  it('is #rrggbb and nothing else', () => {
    for (const good of ['#0a5f78', '#8D2F63']) expect(isPaint(good)).toBe(true);
    for (const bad of ['', 'red', '#fff', '#0a5f7', '#0a5f78;', '#0a5f78}body{', 'url(x)', '#0a5f78\n']) {
      expect(isPaint(bad)).toBe(false);
      expect(() => brandCss(bad)).toThrow(
        new TypeError(`A paint is written #rrggbb, not ${JSON.stringify(bad)}`),
      );
    }
  });

  it('comes back from OKLCH as it went', () => {
    for (const hex of ['#0a5f78', '#8d2f63', '#ffffff', '#000000', '#39ff14'])
      expect(hexOf(oklchOf(hex))).toBe(hex);
  });

  it('is told to the browser, and derived for one that cannot', () => {
    expect(brandCss('#8D2F63')).toBe(
      ':root{--brand:#8d2f63}\n@supports not (color: light-dark(oklch(from red l c h), red)){:root{' +
        Object.entries(accentRoles('#8d2f63', 'light'))
          .map(([role, hex]) => `--${role}:${hex}`)
          .join(';') +
        '}}\n',
    );
  });
});

describe.each(['light', 'dark'] as const)('the accents of many paints, %s', (theme) => {
  const worst = (of: (paint: string) => number) => Math.min(...paints.map(of));
  const { paper, sheet, well } = grounds[theme];

  it('carry their writing', () => {
    expect(worst((p) => contrast(onAccent, accentRoles(p, theme).accent))).toBeGreaterThanOrEqual(4.5);
    expect(worst((p) => contrast(onAccent, accentRoles(p, theme)['accent-hover']))).toBeGreaterThanOrEqual(
      4.5,
    );
    expect(worst((p) => contrast(ink[theme], accentRoles(p, theme)['accent-tint']))).toBeGreaterThanOrEqual(
      4.5,
    );
  });

  it('can be read as writing on every paper', () => {
    for (const ground of [paper, sheet, well]) {
      expect(worst((p) => contrast(accentRoles(p, theme)['accent-text'], ground))).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  });

  it('are seen as marks and edges', () => {
    for (const role of ['accent-mark', 'accent-edge'] as const) {
      for (const ground of [paper, sheet]) {
        expect(worst((p) => contrast(accentRoles(p, theme)[role], ground))).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

it('the formulas are those of tokens.css', () => {
  const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8').replace(/\s+/g, ' ');
  const clamped = 'clamp(0.34, l, 0.465)';
  for (const [role, light, dark] of [
    ['accent', `${clamped} min(c, 0.135)`, '0.53 min(c, 0.115)'],
    ['accent-hover', `calc(${clamped} - 0.06) min(c, 0.125)`, '0.47 min(c, 0.105)'],
    ['accent-edge', `${clamped} min(c, 0.135)`, '0.665 min(c, 0.1)'],
    ['accent-mark', `${clamped} min(c, 0.135)`, '0.67 min(c, 0.11)'],
    ['accent-text', 'clamp(0.32, l, 0.44) min(c, 0.13)', '0.835 min(c, 0.08)'],
    ['accent-tint', '0.94 calc(min(c, 0.12) * 0.17)', '0.31 calc(min(c, 0.12) * 0.36)'],
    ['accent-line', '0.76 calc(min(c, 0.12) * 0.55)', '0.47 calc(min(c, 0.12) * 0.6)'],
  ]) {
    const from = (formula: string | undefined) => `oklch(from var(--brand) ${formula} h)`;
    expect(tokens).toContain(`--${role}: light-dark( ${from(light)}, ${from(dark)} )`);
  }
});
