import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * What a tool on the machine must not see of a folder, which is the worker's own (its settings, its data): all of it,
 * but for what lies on the way to `needed`.
 */
export function hiddenFolders(folder: string, needed: string): string[] {
  const way = relative(folder, needed);
  if (way === '' || way.startsWith('..')) return way === '' ? [] : [folder];
  const [first = ''] = way.split(sep);
  const others = readdirSync(folder).filter((name) => name !== first);
  return [...others.map((name) => join(folder, name)), ...hiddenFolders(join(folder, first), needed)];
}
