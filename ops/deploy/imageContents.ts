import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob, relative } from 'node:path';
import { z } from 'zod';

/*
 * `npm run image-contents`: what the image would hold, found out without Docker. The Dockerfile copies what Git has and
 * .dockerignore leaves, builds, and removes the dev dependencies; the same is put together here, in a folder of links. It is
 * compared with ops/deploy/imageContents.json (`-- --write` writes that anew), and each command that runs in the image is
 * started from it: one whose module is missing says so.
 */

const ROOT = join(import.meta.dirname, '../..');
const KEPT = join(ROOT, 'ops/deploy/imageContents.json');
/** What the build makes. */
const BUILT = ['build', 'dist', 'prisma/generated'];
/** None of these may be in the image. */
const FORBIDDEN =
  /\.test\.tsx?$|(^|\/)test\/|(^|\/)\.env($|\.(?!example))|^(docs|bench|\.git|\.github|\.ci|node_modules\/\.cache)\//;
/** Ends by itself within seconds where there is no database, or else is still running, which is as good. */
const START_TIMEOUT_MS = 30_000;
/** Commands that nobody runs in the image. */
const NOT_IN_THE_IMAGE =
  /^(start|dev|test|check|hooks|coverage|jest|generate|build.*|parity|typecheck|lint|format.*|deps|knip|bench:.*|api-docs|front-door|railway|preflight|image-contents|deploy-service|running-commit)$/;

/** The Dockerfile removes it: the image has a Node of its own. */
const OWN_NODE = /^node_modules\/node(\/|$)/;

const keptSchema = z.object({
  /** What lies in the image's folder, first level. */
  topLevel: z.array(z.string()),
  /** Dev dependencies that stay since another package needs them. */
  devDependenciesThatStay: z.array(z.string()),
  mostMiB: z.object({ ours: z.number(), packages: z.number() }),
});
const packageSchema = z.object({
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

const { scripts, dependencies, devDependencies } = packageSchema.parse(readJson(join(ROOT, 'package.json')));
const files = [...copied(), ...BUILT.flatMap(filesBelow)];
const packages = keptPackages();
const found = {
  topLevel: [...new Set(files.map((file) => file.split('/')[0] ?? ''))].sort(),
  devDependenciesThatStay: Object.keys(devDependencies).filter(
    (name) => dependencies[name] === undefined && packages.includes(`node_modules/${name}`),
  ),
};
const sizes = { ours: mebibytes(files), packages: mebibytes(packages.flatMap(packageFiles)) };
if (process.argv.includes('--write')) {
  const mostMiB = { ours: roomFor(sizes.ours), packages: roomFor(sizes.packages) };
  writeFileSync(KEPT, `${JSON.stringify({ ...found, mostMiB }, null, 2)}\n`);
}
const kept = keptSchema.parse(readJson(KEPT));
const faults = [
  ...files.filter((file) => FORBIDDEN.test(file)).map((file) => `${file} has no place in the image.`),
  ...files
    .filter((file) => file.startsWith('build/client/') && file.endsWith('.map'))
    .map((file) => `${file} would show everybody the app's sources.`),
  ...differences('The first level', found.topLevel, kept.topLevel),
  ...differences('Dev dependencies', found.devDependenciesThatStay, kept.devDependenciesThatStay),
  ...(['ours', 'packages'] as const)
    .filter((part) => sizes[part] > kept.mostMiB[part])
    .map((part) => `${part}: ${String(sizes[part])} MiB, more than ${String(kept.mostMiB[part])}.`),
  ...commandsThatMiss(),
];
for (const fault of faults) console.error(fault);
console.log(
  `The image: ${String(files.length)} files of ours (${String(sizes.ours)} MiB), ${String(packages.length)} packages (${String(sizes.packages)} MiB), and Node, PostgreSQL's client and Debian.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

/** What Git has, without what .dockerignore leaves out. */
function copied(): string[] {
  const patterns = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace(/\/$/, ''));
  const tracked = execFileSync('git', ['ls-files', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return tracked
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(ROOT, file)))
    .filter(
      (file) => !withFolders(file).some((path) => patterns.some((pattern) => matchesGlob(path, pattern))),
    );
}

/** A file's path and those of its folders: a folder that is left out is so with all that it holds. */
function withFolders(file: string): string[] {
  const parts = file.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** What npm would leave, by its own account: paths from here. */
function keptPackages(): string[] {
  const args = ['ls', '--omit=dev', '--all', '--parseable'];
  const { stdout } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const paths = stdout.split('\n').map((path) => relative(ROOT, path));
  return [...new Set(paths)]
    .filter((path) => path.startsWith('node_modules/') && !OWN_NODE.test(path))
    .sort();
}

/** A package's own files: packages within it are listed themselves. */
function packageFiles(path: string): string[] {
  return filesBelow(path).filter((file) => !file.slice(path.length + 1).startsWith('node_modules/'));
}

function filesBelow(path: string): string[] {
  const entries = readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function mebibytes(paths: readonly string[]): number {
  return Math.ceil(paths.reduce((sum, path) => sum + lstatSync(join(ROOT, path)).size, 0) / 2 ** 20);
}

/** A tenth more than there is now. */
function roomFor(mib: number): number {
  return Math.ceil((mib * 1.1) / 10) * 10;
}

function differences(what: string, now: readonly string[], before: readonly string[]): string[] {
  return [
    ...now.filter((each) => !before.includes(each)).map((each) => `${what}: ${each} is new.`),
    ...before.filter((each) => !now.includes(each)).map((each) => `${what}: ${each} is gone.`),
  ];
}

/** Starts each command with no more than what the image has. */
function commandsThatMiss(): string[] {
  // Elsewhere than here, or what is missing there would be found in our own packages.
  const image = mkdtempSync(join(tmpdir(), 'colloquy-image-'));
  for (const path of [...files, ...packages.flatMap(packageFiles)]) link(path, join(image, path));
  const env = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production' as const,
    // Nobody listens there.
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/nothing',
    TEMPORAL_ADDRESS: '127.0.0.1:9',
    SESSION_SECRET: 'a secret of nothing, long enough for all of it',
  };
  try {
    return Object.entries(scripts).flatMap(([name, script]) => {
      if (NOT_IN_THE_IMAGE.test(name)) return [];
      const [, ...args] = script.split(' ');
      const { stderr, stdout } = spawnSync(process.execPath, args, {
        cwd: image,
        env,
        encoding: 'utf8',
        timeout: START_TIMEOUT_MS,
        killSignal: 'SIGKILL',
      });
      const missing = /(ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND|Cannot find (?:module|package)).*/.exec(
        stderr + stdout,
      );
      return missing === null ? [] : [`npm run ${name}: ${missing[0]}`];
    });
  } finally {
    rmSync(image, { recursive: true });
  }
}

/** A link costs no room; a folder on another disk takes a copy. */
function link(path: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  try {
    linkSync(join(ROOT, path), target);
  } catch {
    copyFileSync(join(ROOT, path), target);
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
