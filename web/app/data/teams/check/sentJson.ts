import type { JsonLimits, JsonRefusal } from '../../../../../workflows/domain/outsideJson.ts';

/**
 * The limits for JSON from people and programs: larger than any team file, small enough to be checked immediately.
 */
export const SENT_JSON: JsonLimits = { depth: 200, values: 20_000 };

/** What is wrong with JSON beyond these limits, and what to do; the end of a sentence. */
export function sentJsonRefusal(refusal: JsonRefusal): string {
  return refusal === 'too_deep'
    ? `is nested more than ${String(SENT_JSON.depth)} levels deep: flatten it`
    : `has more than ${String(SENT_JSON.values)} values: send it in parts`;
}
