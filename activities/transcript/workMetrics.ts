import { Counter, Histogram } from 'prom-client';
import { boundedLabel, OTHER } from '../../platform/metrics/boundedLabel.ts';
import { metricsRegistry } from '../../platform/metrics/registry.ts';
import { ROOT_SCOPE } from '../../workflows/domain/conversation/scope.ts';
import type { ConversationState } from '../../workflows/domain/conversation/state.ts';

// What is counted of the work of activities. It is counted where a row is written for the first time, so that an attempt
// that finds it written counts nothing. People name models: their labels are bounded.

const registers = [metricsRegistry];
const MODELS = 100;
const model = boundedLabel(MODELS);
/** From a short answer of a fast model to a long one of a model that thinks. */
const MODEL_SECONDS = [0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320, 640];
const LOOKUP_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const MICRO_USD_A_USD = 1_000_000;

const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
  new Counter({ name, help, labelNames, registers });

const turns = counter(
  'colloquy_turns_total',
  'Turns that were begun, by the speaker pattern of their team.',
  ['pattern'],
);
const modelCalls = counter(
  'colloquy_model_calls_total',
  'Requests to models, by what came of them; embeddings are apart.',
  ['model', 'outcome'],
);
const modelSeconds = new Histogram({
  name: 'colloquy_model_call_duration_seconds',
  help: 'How long completed requests to models took, to the end of the answer.',
  labelNames: ['model'],
  buckets: MODEL_SECONDS,
  registers,
});
const embeddingCalls = counter(
  'colloquy_embedding_calls_total',
  'Requests for embeddings, by what came of them.',
  ['model', 'outcome'],
);
const tokens = counter(
  'colloquy_tokens_total',
  'Tokens as the providers count them: input (embeddings too) and output.',
  ['model', 'direction'],
);
const money = counter('colloquy_cost_usd_total', 'What calls with a known price have cost, in US dollars.', [
  'model',
]);
const unpriced = counter(
  'colloquy_unpriced_calls_total',
  'Completed calls whose price is not known; no cost counts them.',
  ['model'],
);
const toolCalls = counter(
  'colloquy_tool_calls_total',
  'Calls of tools that came to an end, by the kind of tool and the outcome.',
  ['kind', 'outcome'],
);
const lookups = new Histogram({
  name: 'colloquy_lookup_duration_seconds',
  help: 'How long look-ups in documents for agents took.',
  buckets: LOOKUP_SECONDS,
  registers,
});
const runs = counter('colloquy_runs_ended_total', 'Runs of conversations that have ended, by how.', [
  'state',
]);

/** Counts turns that were begun, by the pattern of the team at work in the scope. */
export function countTurns(
  { scope, stateBefore }: { scope: string; stateBefore: ConversationState | null },
  count: number,
): void {
  const team = scope === ROOT_SCOPE ? stateBefore : stateBefore?.inner[scope];
  if (count > 0) turns.inc({ pattern: team?.pattern.kind ?? OTHER }, count);
}

/** Counts a call that was closed; `closed`: the rows that this was the first to close. */
export function countModelCalls(
  closed: readonly { model: string }[],
  outcome: 'completed' | 'failed' | 'cancelled' | 'unknown',
): void {
  for (const call of closed) modelCalls.inc({ model: model(call.model), outcome });
}

/** Counts what a completed call has used, in tokens, money and time. */
export function countUse(
  closed: readonly { model: string }[],
  use: {
    usage: { promptTokens: number; completionTokens: number } | null;
    costMicroUsd: number | null;
    latencyMs: number;
  },
): void {
  for (const call of closed) {
    const label = model(call.model);
    modelSeconds.observe({ model: label }, use.latencyMs / 1_000);
    tokens.inc({ model: label, direction: 'input' }, use.usage?.promptTokens ?? 0);
    tokens.inc({ model: label, direction: 'output' }, use.usage?.completionTokens ?? 0);
    countMoney(label, use.costMicroUsd);
  }
}

/** The same for embeddings. */
export function countEmbeddings(
  closed: readonly { model: string }[],
  outcome: 'completed' | 'failed' | 'cancelled',
  use: { tokens: number | null; costMicroUsd: number | null } | null = null,
): void {
  for (const call of closed) {
    const label = model(call.model);
    embeddingCalls.inc({ model: label, outcome });
    if (use === null) continue;
    tokens.inc({ model: label, direction: 'input' }, use.tokens ?? 0);
    countMoney(label, use.costMicroUsd);
  }
}

function countMoney(label: string, costMicroUsd: number | null): void {
  if (costMicroUsd === null) unpriced.inc({ model: label });
  else money.inc({ model: label }, costMicroUsd / MICRO_USD_A_USD);
}

export function countToolCall(kind: string, outcome: 'completed' | 'failed' | 'unknown'): void {
  toolCalls.inc({ kind, outcome });
}

export function countLookup(latencyMs: number): void {
  lookups.observe(latencyMs / 1_000);
}

export function countRunEnded(state: string): void {
  runs.inc({ state });
}
