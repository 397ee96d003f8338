import { watch } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['activities', 'platform', 'prisma', 'replay', 'supabase', 'web', 'worker', 'workflows'];
/** An editor's save, or git, changes several files at once. */
const QUIET_MS = 150;

/**
 * Calls `onChange` with the changed files, as paths relative to the project's folder that use `/`, once nothing has
 * changed for a moment. It is not called again before its promise has settled.
 */
export function watchSources(onChange: (paths: string[]) => Promise<void>): void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  const report = async (): Promise<void> => {
    if (busy || changed.size === 0) return;
    busy = true;
    const paths = [...changed].sort();
    changed.clear();
    await onChange(paths);
    busy = false;
    await report();
  };
  for (const folder of FOLDERS) {
    watch(`${ROOT}${folder}`, { recursive: true }, (_event, name) => {
      if (name === null) return;
      const path = `${folder}/${name.split(sep).join('/')}`;
      // The Prisma client is generated, not edited; editors keep their own files beside the sources.
      if (path.startsWith('prisma/generated/') || /(~|\.swp|\/\.[^/]*|\/\d+)$/.test(path)) return;
      changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(() => void report(), QUIET_MS);
    });
  }
}
