import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { buildStale } from './build.ts';
import { sideBySide } from './sideBySide.ts';
import { addCounts, type Counts, inWords, NO_COUNTS, ONE_FAILED } from './test/counts.ts';
import { leftBehind, orphansIn } from './test/leftBehind.ts';
import { groupOf, runJest } from './test/runJest.ts';
import { runParity } from './test/runParity.ts';
import { runPlaywright } from './test/runPlaywright.ts';
import { withSecondTry } from './test/secondTry.ts';

// The second half of `npm test` (see test.mjs): builds what the tests start, then runs them in groups, several of
// them in parallel: Jest's by what they need (see jest.config.mjs), those with a browser on Playwright's runner, and
// AutoGen's scenarios (`parity`, left out if only some files are requested). `npm test -- some/x.db.test.ts` runs
// that file in the group that its suffix names. With `--second-try` files with failed tests run once more at the end,
// alone (test/secondTry.ts).

/** The groups, the longest first: each begins as soon as there is room for it. */
const GROUPS: {
  names: string[];
  run: (names: string[], args: string[], filesAtATime: number) => Promise<Counts>;
}[] = [
  { names: ['fault'], run: runJest },
  { names: ['browser'], run: (_, args) => runPlaywright(args) },
  { names: ['pure'], run: runJest },
  { names: ['temporal'], run: runJest },
  { names: ['db'], run: runJest },
  { names: ['parity'], run: () => runParity() },
];

/** One more than there are processors: tests that kill servers mostly wait for Temporal to notice. */
const AT_A_TIME = Math.min(3, availableParallelism() + 1);

const FOLDER = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** The groups of the requested files, if all of them have a group's suffix; undefined: any group may be meant. */
function groupsOf(paths: readonly string[]): string[] | undefined {
  if (paths.length === 0 || !paths.every((path) => /\.test\.tsx?$/.test(path))) return undefined;
  return paths.map(groupOf);
}

/** Runs one file once more; `parity` has but one for all scenarios. */
function runAgain(group: string, file: string): Promise<Counts> {
  console.log(`Once more, alone: ${file}`);
  const run = GROUPS.find(({ names }) => names.includes(group))?.run;
  return run?.([group], group === 'parity' ? [] : [file], 1) ?? Promise.resolve(ONE_FAILED);
}

async function timed<Result>(names: readonly string[], run: Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await run;
  console.log(`[${names.join(', ')}: ${String(Math.round((performance.now() - began) / 1_000))} s]`);
  return result;
}

const args = process.argv.slice(2);
const SECOND_TRY = '--second-try';
const runnerArgs = args.filter((arg) => !arg.startsWith('--groups=') && arg !== SECOND_TRY);
const asked =
  args
    .find((arg) => arg.startsWith('--groups='))
    ?.slice('--groups='.length)
    .split(',') ?? groupsOf(runnerArgs.filter((arg) => !arg.startsWith('-')));
const isWanted = (name: string) => asked?.includes(name) ?? (name !== 'parity' || runnerArgs.length === 0);

// Histories are replayed with the bundle, in `pure` as a whole too; a single file is to run within seconds.
const namesFiles = runnerArgs.some((arg) => !arg.startsWith('-'));
const needsOnlyTheClient =
  asked?.every((group) => group === 'db' || (group === 'pure' && namesFiles)) === true;
await buildStale(console.log, needsOnlyTheClient ? ['the Prisma client'] : undefined);

const before = orphansIn(FOLDER);
const groups = GROUPS.map(({ names, run }) => ({ names: names.filter(isWanted), run })).filter(
  ({ names }) => names.length > 0,
);
// Where there are fewer groups than can run in parallel, the longest runs several files at a time, except those that
// kill servers: they count on time for themselves.
const spare = Math.max(0, AT_A_TIME - groups.length);
const filesAtATime = (names: readonly string[]) =>
  names === groups[0]?.names && !names.includes('fault') ? 1 + spare : 1;
const runs = groups.map(
  ({ names, run }) =>
    () =>
      timed(names, run(names, runnerArgs, filesAtATime(names))),
);
let counts = (await sideBySide(runs, AT_A_TIME)).reduce(addCounts, NO_COUNTS);

if (args.includes(SECOND_TRY)) {
  const tried = await withSecondTry(counts, runAgain);
  counts = tried.counts;
  for (const test of tried.unsteady) console.log(`unsteady: ${inWords(test)}`);
}
for (const test of counts.failures) console.log(`failed: ${inWords(test)}`);

const left = await leftBehind(FOLDER, before);
for (const [pid, command] of left)
  console.log(`failed: a test has left process ${String(pid)} behind: ${command}`);
if (left.size > 0) counts = addCounts(counts, ONE_FAILED);

const { passed, failed, skipped } = counts;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
