import { buildStale } from './build.ts';
import { addCounts, NO_COUNTS, runJest } from './test/runJest.ts';

// The second half of `npm test` (see test.mjs): builds what the tests start, then Jest, group by group.

/**
 * The kinds of test, by suffix (see jest.config.mjs); those of one list share one Temporal server. Browser tests skip
 * themselves, and say why, where there is no Chromium.
 */
const GROUPS = [['pure'], ['db', 'temporal', 'fault'], ['browser']];

const args = process.argv.slice(2);
const only = args
  .find((arg) => arg.startsWith('--groups='))
  ?.slice('--groups='.length)
  .split(',');
const jestArgs = args.filter((arg) => !arg.startsWith('--groups='));

await buildStale(console.log);

let counts = NO_COUNTS;
for (const group of GROUPS) {
  const projects = group.filter((name) => only === undefined || only.includes(name));
  if (projects.length === 0) continue;
  counts = addCounts(counts, await runJest(projects, jestArgs));
}

const { passed, failed, skipped } = counts;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
