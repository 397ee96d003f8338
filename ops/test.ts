import { buildStale } from './build.ts';
import { findChromium } from './test/chromium.ts';
import { addCounts, NO_COUNTS, runJest } from './test/runJest.ts';
import { runParity } from './test/runParity.ts';

// The second half of `npm test` (see test.mjs): builds what the tests start, then Jest, group by group, then AutoGen's
// scenarios (the group `parity`, left out where only some of Jest's files are asked for). `npm test -- some/x.db.test.ts`
// runs that file in the group that its suffix names.

/** The kinds of test, by suffix (see jest.config.mjs); one Jest run for each list. Database tests know of no Temporal. */
const GROUPS = [['pure'], ['db'], ['temporal', 'fault'], ['browser']];

/** A name that no test has: with it all count as skipped, and none of their hooks runs. */
const SKIP_ALL = '--testNamePattern=^no test is named so$';

/** The groups of the files that were asked for, where each says its own by its suffix; undefined: any may be meant. */
function groupsOf(paths: readonly string[]): string[] | undefined {
  if (paths.length === 0 || !paths.every((path) => /\.test\.tsx?$/.test(path))) return undefined;
  return paths.map((path) => /\.(db|temporal|browser|fault)\.test\.tsx?$/.exec(path)?.[1] ?? 'pure');
}

const args = process.argv.slice(2);
const jestArgs = args.filter((arg) => !arg.startsWith('--groups='));
const only =
  args
    .find((arg) => arg.startsWith('--groups='))
    ?.slice('--groups='.length)
    .split(',') ?? groupsOf(jestArgs.filter((arg) => !arg.startsWith('-')));

const needsOnlyTheClient = only?.every((group) => group === 'pure' || group === 'db') === true;
await buildStale(console.log, needsOnlyTheClient ? ['the Prisma client'] : undefined);

let counts = NO_COUNTS;
for (const group of GROUPS) {
  const projects = group.filter((name) => only === undefined || only.includes(name));
  if (projects.length === 0) continue;
  const skip = projects.includes('browser') && findChromium() === undefined;
  if (skip) console.log('No Chromium on PATH and no CHROMIUM_PATH: the browser tests are skipped.');
  counts = addCounts(counts, await runJest(projects, skip ? [...jestArgs, SKIP_ALL] : jestArgs));
}

const wantsParity = only === undefined ? jestArgs.length === 0 : only.includes('parity');
if (wantsParity) counts = addCounts(counts, await runParity());

const { passed, failed, skipped } = counts;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
