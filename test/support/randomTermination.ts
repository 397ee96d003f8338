import fc from 'fast-check';
import { type MessageFacts, messageTypes } from '../../workflows/domain/message.ts';
import type { TerminationCondition } from '../../workflows/domain/terminations/condition.ts';
import type { LeafConditions, LeafKind } from '../../workflows/domain/terminations/registry.ts';

const WORDS = ['APPROVE', 'DONE'];
const SOURCES = ['user', 'p0', 'p1'];
const FUNCTIONS = ['pay', 'look_up'];
const EXPRESSIONS = ['source == "p0"', 'content.startsWith("No")'];

const source = fc.constantFrom(...SOURCES);
const sources = fc.subarray(SOURCES, { minLength: 1 });
const heard: fc.Arbitrary<string[] | null> = fc.option(sources);
const speaker: fc.Arbitrary<string | null> = fc.option(source);
const limit: fc.Arbitrary<number | null> = fc.option(fc.integer({ min: 1, max: 200 }));

/** Conditions of each kind. */
const leaves = {
  max_messages: fc.record({
    kind: fc.constant('max_messages'),
    maxMessages: fc.integer({ min: 3, max: 30 }),
    includeAgentEvents: fc.boolean(),
  }),
  text_mention: fc.record({
    kind: fc.constant('text_mention'),
    text: fc.constantFrom(...WORDS),
    sources: heard,
  }),
  stop_message: fc.constant({ kind: 'stop_message' }),
  token_usage: fc.record({
    kind: fc.constant('token_usage'),
    maxTotal: fc.integer({ min: 1, max: 200 }),
    maxPrompt: limit,
    maxCompletion: limit,
  }),
  cost: fc.record({ kind: fc.constant('cost'), maxMicroUsd: fc.integer({ min: 1, max: 500 }) }),
  timeout: fc.record({ kind: fc.constant('timeout'), seconds: fc.integer({ min: 1, max: 60 }) }),
  handoff: fc.record({ kind: fc.constant('handoff'), target: source }),
  source_match: fc.record({ kind: fc.constant('source_match'), sources }),
  text_message: fc.record({ kind: fc.constant('text_message'), source: speaker }),
  function_call: fc.record({
    kind: fc.constant('function_call'),
    functionName: fc.constantFrom(...FUNCTIONS),
  }),
  external: fc.constant({ kind: 'external' }),
  expression: fc.record({
    kind: fc.constant('expression'),
    expression: fc.constantFrom(...EXPRESSIONS),
  }),
} satisfies { [Kind in LeafKind]: fc.Arbitrary<LeafConditions[Kind]> };

const leaf = fc.oneof(...(Object.values(leaves) as fc.Arbitrary<TerminationCondition>[]));

function conditionOfDepth(depth: number): fc.Arbitrary<TerminationCondition> {
  if (depth === 0) return leaf;
  const conditions = fc.array(conditionOfDepth(depth - 1), { minLength: 1, maxLength: 3 });
  const branch = fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), conditions });
  return fc.oneof<fc.Arbitrary<TerminationCondition>[]>(leaf, branch);
}

/** A condition of any kind and structure. */
export const anyCondition: fc.Arbitrary<TerminationCondition> = conditionOfDepth(2);

/** What may be known about a message, using the words, names, functions and expressions that conditions look for. */
export const anyFacts: fc.Arbitrary<MessageFacts> = fc.record(
  {
    seq: fc.nat({ max: 100 }),
    type: fc.constantFrom(...messageTypes),
    source,
    mentions: fc.subarray(WORDS),
    usage: fc.record({ promptTokens: fc.nat({ max: 50 }), completionTokens: fc.nat({ max: 50 }) }),
    costMicroUsd: fc.nat({ max: 100 }),
    target: source,
    functions: fc.subarray(FUNCTIONS),
    matches: fc.subarray(EXPRESSIONS),
  },
  { requiredKeys: ['seq', 'type', 'source', 'mentions'] },
);
