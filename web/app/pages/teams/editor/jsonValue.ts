import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';

/**
 * Functions to read and change JSON that may not be a valid team: the content of an editor while somebody types.
 * None of them fails on a wrong shape or changes its arguments.
 */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, or undefined. */
export function valueAt(root: unknown, path: TeamPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof step === 'number') return Array.isArray(value) ? (value as unknown[])[step] : undefined;
    return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, root);
}

export function listAt(root: unknown, path: TeamPath): unknown[] {
  const value = valueAt(root, path);
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A copy with `next` at the path; missing parents are created. */
export function withValueAt(root: unknown, path: TeamPath, next: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  if (typeof step === 'number') {
    const list = Array.isArray(root) ? [...(root as unknown[])] : [];
    list[step] = withValueAt(list[step], rest, next);
    return list;
  }
  const record = isRecord(root) ? root : {};
  return { ...record, [step]: withValueAt(record[step], rest, next) };
}

/** A copy of a list with an entry moved by an offset, if the target exists. */
export function moved<Entry>(list: readonly Entry[], index: number, by: number): Entry[] {
  const target = index + by;
  if (target < 0 || target >= list.length) return [...list];
  const without = list.filter((_entry, at) => at !== index);
  return [...without.slice(0, target), ...list.slice(index, index + 1), ...without.slice(target)];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The `kind` of a value, or "". */
export function kindOf(value: unknown): string {
  return isRecord(value) ? textOf(value['kind']) : '';
}

/** An object with one of its lists filtered; the object itself if nothing was removed. */
export function filtered(value: unknown, key: string, stays: (entry: unknown) => boolean): unknown {
  const entries = listAt(value, [key]);
  return entries.every(stays) ? value : withValueAt(value, [key], entries.filter(stays));
}
