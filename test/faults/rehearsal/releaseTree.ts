import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefaultLogger } from '@temporalio/worker';
import { buildOf } from '../../../platform/deployments/build.ts';
import { bundleWorkflows } from '../../../worker/bundleWorkflows.ts';

/** A version of the product, built: what an image holds. */
export interface Release {
  root: string;
  /** What its web processes say at /health. */
  commit: string;
  /** The build of its workers. */
  buildId: string;
}

export const DEPLOYMENT = 'colloquy';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** What the image holds besides the packages. */
const PARTS = [
  ...['activities', 'cli', 'ops', 'platform', 'prisma', 'replay', 'supabase', 'web', 'worker', 'workflows'],
  ...['build', 'dist', 'package.json'],
];

/** Later than any that there will be. It takes the lock for which running statements have to wait, as most do. */
const MIGRATION = '99991231235959_rehearsal';
const MIGRATION_SQL = `ALTER TABLE conversation ADD COLUMN rehearsed_at timestamptz;
CREATE INDEX conversation_rehearsed_at_idx ON conversation (project_id, rehearsed_at);
`;

/** What is built here. */
export function presentRelease(): Release {
  return { root: ROOT, commit: '1'.repeat(40), buildId: buildIn(ROOT) };
}

/** Another one: its workflow code does not replay histories of the present one, and it has a migration more. */
export async function changedRelease(folder: string): Promise<Release> {
  const root = join(folder, 'changed');
  mkdirSync(root);
  for (const part of PARTS) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const changed = fileURLToPath(new URL('../../support/changedWorkflows.ts', import.meta.url));
  const bundle = await bundleWorkflows(changed, { logger: new DefaultLogger('WARN') });
  writeFileSync(join(root, 'dist', 'workflow-bundle.js'), bundle);
  const migration = join(root, 'prisma', 'migrations', MIGRATION);
  mkdirSync(migration);
  writeFileSync(join(migration, 'migration.sql'), MIGRATION_SQL);
  return { root, commit: '2'.repeat(40), buildId: buildIn(root) };
}

function buildIn(root: string): string {
  const build = buildOf({ WORKER_DEPLOYMENT: DEPLOYMENT }, join(root, 'dist', 'workflow-bundle.js'));
  return build?.buildId ?? '';
}
