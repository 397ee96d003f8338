import { isObject, type Json } from '../json.ts';

/** What metadata has to contain, as a person has written it; or what is wrong with that. */
export type ReadFilter =
  | { kind: 'filter'; filter: Record<string, Json> }
  /** It begins as JSON, and is none. */
  | { kind: 'not_json' }
  /** A line that is no "key=value". */
  | { kind: 'not_a_pair'; line: string }
  | { kind: 'twice'; key: string }
  /** A key that is empty or too long. */
  | { kind: 'key_length'; key: string };

/** The longest key that a filter may have; the shortest has one character. */
export const FILTER_KEY_MAX_CHARACTERS = 200;

/**
 * Reads a filter: a JSON object, or a line "key=value" for each thing that metadata has to contain. A value that is JSON (2026, true,
 * "2026") is that value, any other is a text.
 */
export function readMetadataFilter(text: string): ReadFilter {
  const written = text.trim();
  if (written.startsWith('{')) {
    const object = parsed(written);
    return isObject(object) ? filterWith(object) : { kind: 'not_json' };
  }
  const filter = new Map<string, Json>();
  for (const line of written.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, key = '', value = ''] = /^([^=]+)=(.*)$/s.exec(line) ?? [];
    const name = key.trim();
    if (name === '') return { kind: 'not_a_pair', line };
    if (filter.has(name)) return { kind: 'twice', key: name };
    const json = parsed(value.trim());
    filter.set(name, json === undefined ? value.trim() : json);
  }
  return filterWith(Object.fromEntries(filter));
}

function filterWith(filter: Record<string, Json>): ReadFilter {
  const wrong = Object.keys(filter).find((key) => key === '' || key.length > FILTER_KEY_MAX_CHARACTERS);
  return wrong === undefined ? { kind: 'filter', filter } : { kind: 'key_length', key: wrong };
}

/** Undefined: it is no JSON. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
