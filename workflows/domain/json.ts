/** What survives a payload, a row or a continue-as-new unchanged. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Marks a switch over a union as complete: a new member fails the type check here. */
export function assertNever(value: never): never {
  throw new Error(`Not a known case: ${JSON.stringify(value)}`);
}

/** Whether a value is an object of JSON: no list, not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
