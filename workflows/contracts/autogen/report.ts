import type { ComponentClass } from './componentClass.ts';

/** One line for the person who imports or exports: something that could not be carried over, or only differently. */
export interface ImportNote {
  /** Where in the given file: a JSON path such as `$.config.participants[1].config.name`. */
  path: string;
  /** A finding (findings/finding.ts). */
  message: string;
}

/** Why something can't be imported at all. */
export interface ImportProblem extends ImportNote {
  /** What to do about it, a finding too. */
  fix: string;
}

/** What is found while a file is read. */
export interface Report {
  notes: ImportNote[];
  problems: ImportProblem[];
  /** Where in the file the parts of a team came from. */
  origins: WeakMap<object, string>;
  /** AutoGen's classes, by their names. */
  classes: ReadonlyMap<string, ComponentClass>;
}

export function newReport(classes: Report['classes']): Report {
  return { notes: [], problems: [], origins: new WeakMap(), classes };
}

/** A value and its place in the file. */
export interface Place {
  value: unknown;
  path: string;
}

export function at(place: Place, key: string | number, value: unknown): Place {
  return { value, path: `${place.path}${step(key)}` };
}

/** One step of a JSON path. */
export function step(key: string | number): string {
  if (typeof key === 'number') return `[${String(key)}]`;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/** Remembers where a part of a team came from, and gives it back. */
export function from<Part extends object>(report: Report, place: Place, part: Part): Part {
  report.origins.set(part, place.path);
  return part;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
