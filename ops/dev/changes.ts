/** What has to be done because sources have changed. */
export interface Work {
  /** The Prisma client and the workflow bundle, where they are older than their sources. */
  build: boolean;
  /** Migrations that the database does not have yet. */
  migrate: boolean;
  /** The worker has loaded what has changed. */
  worker: boolean;
  /** The web server itself has; pages are Vite's affair. */
  web: boolean;
}

interface Rule extends Partial<Work> {
  path: RegExp;
}

/** What is loaded by whom; a path may be met by several. */
const RULES: readonly Rule[] = [
  { path: /^prisma\/schema\.prisma$/, build: true, worker: true, web: true },
  { path: /^prisma\/migrations\/[^/]+\/migration\.sql$/, migrate: true },
  { path: /^workflows\//, build: true, worker: true },
  { path: /^(activities|worker)\//, worker: true },
  { path: /^platform\//, worker: true, web: true },
  // Loaded by the server itself, outside of Vite; the API's operations use the app's data modules.
  { path: /^web\/([^/]+$|api\/|http\/)/, web: true },
  { path: /^web\/app\/.*\.server\.tsx?$/, web: true },
  { path: /^workflows\/(contracts|domain)\//, web: true },
];

const NOTHING: Work = { build: false, migrate: false, worker: false, web: false };

/** What the changed files, named from the project's folder with `/`, make necessary. */
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
