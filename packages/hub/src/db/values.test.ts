import { DrizzleQueryError } from 'drizzle-orm';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { withoutValues } from './values.ts';
import { violationOf } from './violation.ts';

const refusal = () =>
  Object.assign(new Error('duplicate key value violates unique constraint "people_email_unique"'), {
    code: '23505',
    constraint: 'people_email_unique',
    detail: 'Key (email)=(priya@harbour.example) already exists.',
    where: 'for priya@harbour.example',
    params: ['priya@harbour.example'],
  });
const failed = () =>
  new DrizzleQueryError(
    'insert into "people" values ($1, $2)',
    ['Priya $&', 'priya@harbour.example'],
    refusal(),
  );

test('a failed statement says what it was, and of whom it was in no part of the log', () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(line) });
  log.error({ err: withoutValues(failed()) }, 'a request failed');
  expect(lines.join()).not.toMatch(/Priya|priya@/);
  expect(JSON.parse(lines[0] ?? '').err).toMatchObject({
    type: 'DrizzleQueryError',
    message:
      'Failed query: insert into "people" values ($1, $2): duplicate key value violates unique constraint "people_email_unique"',
    query: 'insert into "people" values ($1, $2)',
  });
});

test('why it failed can still be read out of it', () => {
  expect(violationOf(withoutValues(failed()))).toEqual({ kind: 'unique', constraint: 'people_email_unique' });
});

test('what is no failed statement stays as it is', () => {
  const error = new Error('another');
  expect(withoutValues(error)).toBe(error);
  expect(withoutValues('text')).toBe('text');
});
