import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import type { Tally } from './tally.ts';

/** Writes down how the tests went, for the closing line. The file is named by the environment. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tally: Tally = { passed: 0, failed: unhandled.length, skipped: [], unexplained: [] };
    for (const module of modules) count(module, tally);
    writeFileSync(process.env.KOINON_TALLY ?? 'tally.json', JSON.stringify(tally));
  }
}

function count(module: TestModule, tally: Tally): void {
  const tests = [...module.children.allTests()];
  // A file that could not be loaded, or a failed hook of a group, hides the tests that it would have run.
  tally.failed += module.errors().length;
  for (const suite of module.children.allSuites()) tally.failed += suite.errors().length;
  if (tests.length === 0 && module.errors().length === 0) tally.failed += 1;
  for (const test of tests) {
    const result = test.result();
    if (result.state === 'passed') tally.passed += 1;
    else if (result.state === 'skipped' && result.note)
      tally.skipped.push(`${test.fullName}: ${result.note}`);
    else if (result.state === 'skipped') tally.unexplained.push(test.fullName);
    else tally.failed += 1;
  }
}
