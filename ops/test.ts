import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { buildStale } from './build.ts';
import { addCounts, type Counts, NO_COUNTS } from './test/counts.ts';
import { leftBehind, orphansIn } from './test/leftBehind.ts';
import { runJest } from './test/runJest.ts';
import { runParity } from './test/runParity.ts';
import { runPlaywright } from './test/runPlaywright.ts';
import { sideBySide } from './test/sideBySide.ts';

// The second half of `npm test` (see test.mjs): builds what the tests start, then runs them in groups, two of them side by
// side where there are two processors: Jest's by what they need (see jest.config.mjs), those with a browser on
// Playwright's runner, and AutoGen's scenarios (`parity`, left out where only some files are asked for).
// `npm test -- some/x.db.test.ts` runs that file in the group that its suffix names.

/** The groups, the longest first. Those that kill servers and those that need one do so one after the other. */
const GROUPS: { names: string[]; run: (names: string[], args: string[]) => Promise<Counts> }[] = [
  { names: ['browser'], run: (_, args) => runPlaywright(args) },
  { names: ['pure'], run: runJest },
  { names: ['temporal', 'fault'], run: runJest },
  { names: ['db'], run: runJest },
  { names: ['parity'], run: () => runParity() },
];

const FOLDER = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** The groups of the files that were asked for, where each says its own by its suffix; undefined: any may be meant. */
function groupsOf(paths: readonly string[]): string[] | undefined {
  if (paths.length === 0 || !paths.every((path) => /\.test\.tsx?$/.test(path))) return undefined;
  return paths.map((path) => /\.(db|temporal|browser|fault)\.test\.tsx?$/.exec(path)?.[1] ?? 'pure');
}

async function timed<Result>(names: readonly string[], run: Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await run;
  console.log(`[${names.join(', ')}: ${String(Math.round((performance.now() - began) / 1_000))} s]`);
  return result;
}

const args = process.argv.slice(2);
const runnerArgs = args.filter((arg) => !arg.startsWith('--groups='));
const asked =
  args
    .find((arg) => arg.startsWith('--groups='))
    ?.slice('--groups='.length)
    .split(',') ?? groupsOf(runnerArgs.filter((arg) => !arg.startsWith('-')));
const isWanted = (name: string) => asked?.includes(name) ?? (name !== 'parity' || runnerArgs.length === 0);

const needsOnlyTheClient = asked?.every((group) => group === 'pure' || group === 'db') === true;
await buildStale(console.log, needsOnlyTheClient ? ['the Prisma client'] : undefined);

const before = orphansIn(FOLDER);
const runs = GROUPS.flatMap(({ names, run }) => {
  const wanted = names.filter(isWanted);
  return wanted.length === 0 ? [] : [() => timed(wanted, run(wanted, runnerArgs))];
});
let counts = (await sideBySide(runs, Math.min(2, availableParallelism()))).reduce(addCounts, NO_COUNTS);

const left = await leftBehind(FOLDER, before);
for (const [pid, command] of left) console.error(`A test has left process ${String(pid)} behind: ${command}`);
if (left.size > 0) counts = addCounts(counts, { ...NO_COUNTS, failed: 1 });

const { passed, failed, skipped } = counts;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
