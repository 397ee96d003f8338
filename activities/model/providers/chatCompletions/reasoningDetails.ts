import type { Json } from '../../../../workflows/domain/json.ts';

/**
 * OpenRouter's `reasoning_details` in the order in which they came. Streamed, one detail comes in pieces that share its
 * index and type; only its words are cut, so they are put together and all else is what came last.
 */
export function mergeDetails(before: readonly Json[], pieces: readonly Json[]): Json[] {
  const merged = [...before];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (isDetail(last) && isDetail(piece) && isSame(last, piece))
      merged[merged.length - 1] = joined(last, piece);
    else merged.push(piece);
  }
  return merged;
}

const WORDS = ['text', 'summary', 'data'];

type Detail = { [key: string]: Json };

function isDetail(value: Json | undefined): value is Detail {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(last: Detail, piece: Detail): boolean {
  return (
    piece.index !== undefined &&
    piece.index === last.index &&
    piece.type === last.type &&
    (piece.id ?? null) === (piece.id === undefined ? null : (last.id ?? null))
  );
}

function joined(last: Detail, piece: Detail): Detail {
  const whole: Detail = { ...last };
  for (const [key, value] of Object.entries(piece)) {
    const had = last[key];
    if (value === null || value === undefined) continue;
    whole[key] =
      WORDS.includes(key) && typeof had === 'string' && typeof value === 'string' ? had + value : value;
  }
  return whole;
}
