import { type Latch, type Measure, sum, type TerminationKind } from '../kind.ts';

/** Tokens of the answers in this run. At least one limit; any that is reached ends it. */
export interface TokenUsage {
  kind: 'token_usage';
  maxTotal: number | null;
  maxPrompt: number | null;
  maxCompletion: number | null;
}

interface State extends Latch<'token_usage'> {
  prompt: number;
  completion: number;
}

export const tokenUsage: TerminationKind<TokenUsage, State> = {
  isLimit: true,
  initial: () => ({ kind: 'token_usage', prompt: 0, completion: 0, fired: null }),
  observe({ maxTotal, maxPrompt, maxCompletion }, state, { messages }) {
    const prompt = sum(state.prompt, messages, ({ usage }) => usage?.promptTokens);
    const completion = sum(state.completion, messages, ({ usage }) => usage?.completionTokens);
    const isReached =
      (maxTotal !== null && prompt + completion >= maxTotal) ||
      (maxPrompt !== null && prompt >= maxPrompt) ||
      (maxCompletion !== null && completion >= maxCompletion);
    const reason =
      `Token usage limit reached, total token count: ${String(prompt + completion)}, ` +
      `prompt token count: ${String(prompt)}, completion token count: ${String(completion)}.`;
    return { kind: 'token_usage', prompt, completion, fired: isReached ? reason : null };
  },
  label: () => 'Tokens used',
  measures: ({ maxTotal, maxPrompt, maxCompletion }, { prompt, completion }) => [
    ...limited('tokens', prompt + completion, maxTotal),
    ...limited('prompt tokens', prompt, maxPrompt),
    ...limited('completion tokens', completion, maxCompletion),
  ],
};

function limited(unit: Measure['unit'], current: number, limit: number | null): Measure[] {
  return limit === null ? [] : [{ unit, current, limit }];
}
