import type { TerminationKind } from './kind.ts';
import { cost } from './kinds/cost.ts';
import { expression } from './kinds/expression.ts';
import { external } from './kinds/external.ts';
import { functionCall } from './kinds/functionCall.ts';
import { handoff } from './kinds/handoff.ts';
import { maxMessages } from './kinds/maxMessages.ts';
import { sourceMatch } from './kinds/sourceMatch.ts';
import { stopMessage } from './kinds/stopMessage.ts';
import { textMention } from './kinds/textMention.ts';
import { textMessage } from './kinds/textMessage.ts';
import { timeout } from './kinds/timeout.ts';
import { tokenUsage } from './kinds/tokenUsage.ts';

/** Every kind of condition but `and` and `or`. */
export const terminationKinds = {
  max_messages: maxMessages,
  text_mention: textMention,
  stop_message: stopMessage,
  token_usage: tokenUsage,
  cost,
  timeout,
  handoff,
  source_match: sourceMatch,
  text_message: textMessage,
  function_call: functionCall,
  external,
  expression,
};

type Kinds = typeof terminationKinds;

export type LeafKind = keyof Kinds;

/** The configuration in a team, by kind. */
export type LeafConditions = {
  [Kind in LeafKind]: Kinds[Kind] extends TerminationKind<infer Condition, infer _State> ? Condition : never;
};

/** What is remembered, by kind. */
export type LeafStates = {
  [Kind in LeafKind]: Kinds[Kind] extends TerminationKind<infer _Condition, infer State> ? State : never;
};

/** What a condition's kind does. */
export function kindOf(condition: LeafConditions[LeafKind]) {
  // Each kind is registered under its own name, so it gets its own condition and state; TypeScript can't infer that.
  return terminationKinds[condition.kind] as TerminationKind<LeafConditions[LeafKind], LeafStates[LeafKind]>;
}
