import type { LlmMessage } from './llmMessage.ts';

/** A part of what the model sees: messages of the view (`to` is exclusive), or a message of its own. */
export type ContextSlice =
  { kind: 'view'; from: number; to: number } | { kind: 'literal'; message: LlmMessage };

/** The messages of slices. */
export function sliced(view: readonly LlmMessage[], slices: readonly ContextSlice[]): LlmMessage[] {
  return slices.flatMap((slice) =>
    slice.kind === 'literal' ? [slice.message] : view.slice(slice.from, slice.to),
  );
}

/** All of a view. */
export function whole(view: readonly LlmMessage[]): ContextSlice[] {
  return [{ kind: 'view', from: 0, to: view.length }];
}

/** A part of a view without tool results whose call is not in it, and without calls whose results are not. */
export function wholeRounds(view: readonly LlmMessage[], from: number, to: number): ContextSlice {
  const first = view[from]?.role === 'results' ? from + 1 : from;
  const last = view[to - 1]?.role === 'assistant_calls' ? to - 1 : to;
  return { kind: 'view', from: first, to: Math.max(first, last) };
}

/** From an index to the end; tool results whose call is left out would be refused by the model. */
export function withoutOrphan(view: readonly LlmMessage[], from: number): ContextSlice {
  return { kind: 'view', from: view[from]?.role === 'results' ? from + 1 : from, to: view.length };
}
