import { assertNever } from '../json.ts';
import type { ModelContextConfig } from '../modelContext/config.ts';
import type { LlmMessage } from './llmMessage.ts';

/** A part of what the model is shown: messages of the view (`to` is not among them), or one of its own. */
export type ContextSlice =
  { kind: 'view'; from: number; to: number } | { kind: 'literal'; message: LlmMessage };

export interface ContextLimits {
  /** Tokens of messages, as the model counts them. */
  countTokens: (messages: readonly LlmMessage[]) => number;
  /** The model's window, for a token limit that the team does not name. */
  windowTokens: number;
}

/** Which parts of a view a model context shows, as AutoGen's contexts do. A summarising one takes what `summary` gives. */
export function contextSlices(
  config: ModelContextConfig,
  view: readonly LlmMessage[],
  limits: ContextLimits,
  summary: { text: string; covers: number } | null = null,
): ContextSlice[] {
  const whole = [{ kind: 'view', from: 0, to: view.length }] as const;
  switch (config.kind) {
    case 'unbounded':
      return [...whole];
    case 'buffered':
      return [withoutOrphan(view, Math.max(0, view.length - config.size))];
    case 'head_and_tail':
      return headAndTail(config, view);
    case 'token_limited':
      return withinTokens(view, config.limit ?? limits.windowTokens, limits.countTokens);
    case 'summarizing':
      if (summary === null) return [...whole];
      return [
        { kind: 'literal', message: { role: 'user', source: 'summary', content: summary.text } },
        withoutOrphan(view, summary.covers),
      ];
    default:
      return assertNever(config);
  }
}

/** How many of a view's first messages a summary should cover by now; 0: none yet. */
export function summaryCovers(
  config: Extract<ModelContextConfig, { kind: 'summarizing' }>,
  viewLength: number,
): number {
  const beyond = viewLength - config.keep;
  return beyond < config.summarizeAfter ? 0 : beyond - (beyond % config.summarizeAfter);
}

/** The messages that slices stand for. */
export function sliced(view: readonly LlmMessage[], slices: readonly ContextSlice[]): LlmMessage[] {
  return slices.flatMap((slice) =>
    slice.kind === 'literal' ? [slice.message] : view.slice(slice.from, slice.to),
  );
}

/** A part of a view without tool results whose call is not in it, and without calls whose results are not. */
export function wholeRounds(view: readonly LlmMessage[], from: number, to: number): ContextSlice {
  const first = view[from]?.role === 'results' ? from + 1 : from;
  const last = view[to - 1]?.role === 'assistant_calls' ? to - 1 : to;
  return { kind: 'view', from: first, to: Math.max(first, last) };
}

/** From an index to the end; tool results whose call is left out would be refused by the model. */
function withoutOrphan(view: readonly LlmMessage[], from: number): ContextSlice {
  return { kind: 'view', from: view[from]?.role === 'results' ? from + 1 : from, to: view.length };
}

function headAndTail(config: { head: number; tail: number }, view: readonly LlmMessage[]): ContextSlice[] {
  const skipped = view.length - config.head - config.tail;
  if (skipped <= 0) return [{ kind: 'view', from: 0, to: view.length }];
  const headEnd = view[config.head - 1]?.role === 'assistant_calls' ? config.head - 1 : config.head;
  const content = `Skipped ${String(skipped)} messages.`;
  return [
    { kind: 'view', from: 0, to: headEnd },
    { kind: 'literal', message: { role: 'user', source: 'System', content } },
    withoutOrphan(view, view.length - config.tail),
  ];
}

function withinTokens(
  view: readonly LlmMessage[],
  limit: number,
  countTokens: ContextLimits['countTokens'],
): ContextSlice[] {
  const kept = view.map((message, index) => ({ message, index }));
  while (kept.length > 0 && countTokens(kept.map(({ message }) => message)) > limit) {
    kept.splice(Math.floor(kept.length / 2), 1);
  }
  if (kept[0]?.message.role === 'results') kept.shift();
  const slices: { kind: 'view'; from: number; to: number }[] = [];
  for (const { index } of kept) {
    const last = slices.at(-1);
    if (last?.to === index) last.to = index + 1;
    else slices.push({ kind: 'view', from: index, to: index + 1 });
  }
  return slices;
}
