import type { JsonLimits, JsonRefusal } from '../../../../../workflows/domain/outsideJson.ts';

/** What people and programs may send as JSON: larger than any file of teams, small enough to be checked at once. */
export const SENT_JSON: JsonLimits = { depth: 200, values: 20_000 };

/** What is wrong with JSON that goes beyond it, and what to do; the rest of a sentence. */
export function sentJsonRefusal(refusal: JsonRefusal): string {
  return refusal === 'too_deep'
    ? `is nested more than ${String(SENT_JSON.depth)} deep: send it flatter`
    : `has more than ${String(SENT_JSON.values)} values: send it in parts`;
}
