import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCatalogues } from '@koinon/ui/language';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FrontEnd } from '../testing/front-end.ts';
import { startTestHall, type TestHall } from '../testing/test-hall.ts';
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

let hall: TestHall;
let frontEnd: FrontEnd;
let webRoot: string;
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'koinon-web-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'assets', 'page-abc.js'), 'export {};');
  await writeFile(
    join(webRoot, 'index.html'),
    '<!doctype html>\n<html lang="en">\n<head>\n<script nonce="__CSP_NONCE__" src="/assets/page-abc.js"></script>\n</head>\n<body></body></html>',
  );
  hall = await startTestHall({
    webRoot: Promise.resolve(webRoot),
    sourceUrl: 'https://git.example/koinon?a=1&b="2"',
  });
  frontEnd = new FrontEnd(hall.api);
  await frontEnd.create({
    logo: 'https://coop.example/mark.svg',
    meta: { 'koinon-brand': '#8D2F63', 'koinon-house': 'La "Tisserie" <x>' },
  });
});
afterAll(async () => {
  await hall.close();
  await rm(webRoot, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, hall.url), { headers, redirect: 'manual' });

describe('the meeting page', () => {
  it('is in the person’s language and the co-op’s paint, with a fresh nonce', async () => {
    const token = await frontEnd.join({ userdata: { bbb_override_default_locale: 'fr' } });
    const response = await get(`/meeting?sessionToken=${token}`, { 'accept-language': 'en' });
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<html lang="fr" data-coop="La &quot;Tisserie&quot; &lt;x&gt;">');
    const nonce = /<style nonce="([^"]{24})">:root\{--brand:#8d2f63\}/.exec(page)?.[1];
    expect(page).toContain(`<script nonce="${nonce}"`);
    expect(page).toContain(
      '<meta name="koinon-source" content="https://git.example/koinon?a=1&amp;b=&quot;2&quot;">',
    );
    const policy = response.headers.get('content-security-policy');
    expect(policy).toBe(
      `default-src 'none'; script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'; style-src 'self' 'nonce-${nonce}'; ` +
        `img-src 'self' data: blob: https://coop.example; font-src 'self'; media-src 'self' blob:; worker-src 'self'; ` +
        `manifest-src 'self'; connect-src 'self' ws://${hall.url.host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    const again = await (await get(`/meeting?sessionToken=${token}`)).text();
    expect(again).not.toContain(nonce);
  });

  it('is never kept, framed or told as a referrer, and sets no cookie', async () => {
    const { headers } = await get('/meeting?sessionToken=x');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('permissions-policy')).toContain(
      'camera=(self), microphone=(self), display-capture=(self)',
    );
    expect(headers.get('set-cookie')).toBeNull();
  });

  it.each(['/meeting', '/meeting?sessionToken=', '/meeting?sessionToken=a&sessionToken=b', '/meeting/'])(
    'is there for an unknown token too, as not found: %s',
    async (path) => {
      const response = await get(path, { 'accept-language': 'fr-CA,en;q=0.5' });
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('<html lang="fr">');
    },
  );
});

describe('assets', () => {
  it('are kept for good', async () => {
    const { headers, status } = await get('/assets/page-abc.js');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['/assets/..%2findex.html', '/assets/../index.html', '/assets/.', '/assets/none.js', '/assets/%'])(
    'are only what is in their folder: %s',
    async (path) => {
      expect((await get(path)).status).toBeGreaterThanOrEqual(400);
    },
  );
});

describe('the bare address', () => {
  it('says what this is', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(en['hall.what']);
  });

  it('explains a refused join in a sentence, and shows nothing of the address', async () => {
    const errors = (list: unknown) => `/?errors=${encodeURIComponent(JSON.stringify(list))}`;
    const full = await get(errors([{ key: 'maxParticipantsReached', message: '<b>x</b>' }]));
    expect(await full.text()).toContain(en['hall.error.full']);
    for (const path of [
      errors([{ key: '<b>evil</b>' }]),
      errors('toString'),
      '/?errors=%7B',
      errors([null]),
    ]) {
      const page = await (await get(path, { 'accept-language': 'fr' })).text();
      expect(page).toContain(fr['hall.error.link']);
      expect(page).not.toContain('evil');
    }
  });

  it.each(['/nowhere', '/%zz', '/%E0%A4?a=%', `/${'a'.repeat(3000)}`, '/meeting/%c0'])(
    'answers for addresses that are not there: %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain(en['hall.what']);
      expect(response.headers.get('x-frame-options')).toBe('DENY');
    },
  );
});

describe('a hall without the built page', () => {
  it('says so', async () => {
    const bare = await startTestHall();
    const response = await fetch(new URL('/meeting', bare.url));
    expect(response.status).toBe(503);
    expect(await response.text()).toContain(en['hall.no-page']);
    await bare.close();
  });
});

it('speaks every language whole', () => {
  expect(checkCatalogues({ en, fr })).toEqual([]);
});
