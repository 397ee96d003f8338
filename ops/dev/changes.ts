/** What has to be done after sources have changed. */
export interface Work {
  /** Rebuild the Prisma client and the workflow bundle if they are older than their sources. */
  build: boolean;
  /** Apply the migrations that the database does not have yet. */
  migrate: boolean;
  /** Restart the worker, which has loaded the changed code. */
  worker: boolean;
  /** Restart the web server, which has loaded the changed code; pages are reloaded by Vite. */
  web: boolean;
}

interface Rule extends Partial<Work> {
  path: RegExp;
}

/** Which processes load which files; a path may match several rules. */
const RULES: readonly Rule[] = [
  { path: /^prisma\/schema\.prisma$/, build: true, worker: true, web: true },
  { path: /^prisma\/migrations\/[^/]+\/migration\.sql$/, migrate: true },
  { path: /^supabase\/migrations\/[^/]+\.sql$/, migrate: true },
  { path: /^workflows\//, build: true, worker: true },
  { path: /^(activities|worker)\//, worker: true },
  { path: /^platform\//, worker: true, web: true },
  { path: /^replay\//, web: true },
  // Loaded by the server itself, outside of Vite; the API's operations use the app's data modules.
  { path: /^web\/([^/]+$|api\/|http\/)/, web: true },
  { path: /^web\/app\/.*\.server\.tsx?$/, web: true },
  { path: /^workflows\/(contracts|domain)\//, web: true },
];

const NOTHING: Work = { build: false, migrate: false, worker: false, web: false };

/** The work that the changed files require; their paths are relative to the project's folder and use `/`. */
export function changesOf(paths: readonly string[]): Work {
  const met = paths
    .filter((path) => !/\.test\.tsx?$|\/test\//.test(path))
    .flatMap((path) => RULES.filter((rule) => rule.path.test(path)));
  return met.reduce<Work>(
    (work, { build, migrate, worker, web }) => ({
      build: work.build || build === true,
      migrate: work.migrate || migrate === true,
      worker: work.worker || worker === true,
      web: work.web || web === true,
    }),
    NOTHING,
  );
}
