import { OUTSIDE_JSON } from '../../workflows/domain/outsideJson.ts';

/** Whether a value is nested no deeper than JSON from outside may be. It does not recurse. */
export function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > OUTSIDE_JSON.depth) return false;
    level = level.flatMap((each): unknown[] =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
  }
  return true;
}

/** Arguments that came as a value, as text; what is nested beyond all measure is not JSON, so that nothing is called by it. */
export function argumentsText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return isShallow(value) ? JSON.stringify(value) : 'They are nested too deeply to be read';
}

/** Whether a call's arguments came whole: an answer that was cut may end within them. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
