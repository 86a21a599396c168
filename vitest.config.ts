import { configDefaults, defineConfig } from 'vitest/config';

const minutes = (count: number) => count * 60_000;

/** One after the other, unlike the files within a project: two cores do not carry two browsers in a call. */
let place = 0;
const inTurn = () => ({ groupOrder: place++ });

/** A private PostgreSQL cluster for the tests of a project; its address is provided as `koinonPostgres`. */
const withPostgres = { globalSetup: ['packages/hub/src/db/testing/global-setup.ts'] };

/** Real media needs the processor for itself. */
const oneFileAtATime = { fileParallelism: false, maxWorkers: 1 };

function stories(name: string, database: 'pglite' | 'postgresql') {
  return {
    test: {
      name: `stories on ${name}`,
      include: ['tests/stories/**/*.story.ts'],
      env: { KOINON_STORY_DATABASE: database },
      testTimeout: minutes(5),
      hookTimeout: minutes(2),
      sequence: inTurn(),
      ...oneFileAtATime,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,services,scripts,bench,tests}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, '**/*.{db,browser,program}.test.ts'],
          testTimeout: 20_000,
          sequence: inTurn(),
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'db',
          include: ['{packages,services,scripts,tests}/**/*.db.test.ts'],
          ...withPostgres,
          testTimeout: minutes(1),
          hookTimeout: minutes(2),
          sequence: inTurn(),
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'programs',
          include: ['{packages,services,scripts,tests}/**/*.program.test.ts'],
          ...withPostgres,
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
          sequence: inTurn(),
          ...oneFileAtATime,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['{packages,services,tests}/**/*.browser.test.ts'],
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
          sequence: inTurn(),
          ...oneFileAtATime,
        },
      },
      stories('PGlite', 'pglite'),
      stories('PostgreSQL', 'postgresql'),
    ],
  },
});
