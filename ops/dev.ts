import { buildStale, type ProductName } from './build.ts';
import { changesOf, type Work } from './dev/changes.ts';
import { watchSources } from './dev/watchSources.ts';
import { type Installation, launch, say } from './start/launch.ts';

// The second half of `npm run dev` (see dev.mjs). Vite serves the pages and reloads them itself.

const PRODUCTS: readonly ProductName[] = ['the Prisma client', 'the workflow bundle'];

const installation = await launch({
  mode: 'development',
  variables: process.env,
  build: (tell) => buildStale(tell, PRODUCTS),
});
if (installation !== null) {
  watchSources((paths) => carryOut(installation, changesOf(paths), paths));
  say('Watching the sources: what you change is rebuilt and restarted.');
}

async function carryOut(
  { app, databaseUrl }: Installation,
  work: Work,
  paths: readonly string[],
): Promise<void> {
  if (!work.migrate && !work.build && !work.worker && !work.web) return;
  const startedAt = Date.now();
  const [first = '', ...others] = paths;
  const what = others.length === 0 ? first : `${first} and ${String(others.length)} more`;
  try {
    if (work.build) await buildStale(say, PRODUCTS);
    if (work.migrate) {
      const { migrateAll } = await import('./migrate.ts');
      const applied = await migrateAll(databaseUrl, process.env, say);
      if (applied.length > 0) say(`Applied ${applied.join(', ')}.`);
    }
    await Promise.all([work.worker && app.restartWorker(), work.web && app.restartWeb()]);
    say(`${what}: done after ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
  } catch (error) {
    say(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
