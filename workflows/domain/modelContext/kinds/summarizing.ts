import type { ModelClient } from '../../model.ts';
import { whole, withoutOrphan } from '../../request/slices.ts';
import type { ContextKind } from '../kind.ts';

/** The newest `keep` messages; once `summarizeAfter` more precede them, a model summarises those in one message. */
export interface Summarizing {
  kind: 'summarizing';
  keep: number;
  summarizeAfter: number;
  model: ModelClient | null;
  prompt: string | null;
}

export const summarizing: ContextKind<Summarizing> = {
  slices: (_config, { view, summary }) => {
    if (summary === null) return whole(view);
    return [
      { kind: 'literal', message: { role: 'user', source: 'summary', content: summary.text } },
      withoutOrphan(view, summary.covers),
    ];
  },
  summary: (config) => ({
    model: config.model,
    prompt: config.prompt,
    every: config.summarizeAfter,
    covers: (viewLength) => summaryCovers(config, viewLength),
  }),
};

/** How many of a view's first messages a summary should cover by now; 0: none yet. */
export function summaryCovers(
  { keep, summarizeAfter }: Pick<Summarizing, 'keep' | 'summarizeAfter'>,
  viewLength: number,
): number {
  const beyond = viewLength - keep;
  return beyond < summarizeAfter ? 0 : beyond - (beyond % summarizeAfter);
}
