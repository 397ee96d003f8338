import type { LeafKind } from '../../../../../workflows/domain/terminations/registry.ts';
import { cost } from './kinds/cost.tsx';
import { expression } from './kinds/expression.tsx';
import { external } from './kinds/external.tsx';
import { functionCall } from './kinds/functionCall.tsx';
import { handoff } from './kinds/handoff.tsx';
import { maxMessages } from './kinds/maxMessages.tsx';
import { sourceMatch } from './kinds/sourceMatch.tsx';
import { stopMessage } from './kinds/stopMessage.tsx';
import { textMention } from './kinds/textMention.tsx';
import { textMessage } from './kinds/textMessage.tsx';
import { timeout } from './kinds/timeout.tsx';
import { tokenUsage } from './kinds/tokenUsage.tsx';
import type { TerminationView } from './terminationView.ts';

/** Every kind of termination condition but `and` and `or`, in the editor, in the order of its list. */
const terminationViews = {
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
} satisfies { [Kind in LeafKind]: TerminationView<Kind> };

/** All of them, in that order. */
export const LEAF_KINDS = Object.keys(terminationViews) as LeafKind[];

/** How a condition's kind is edited. */
export function viewOfKind(kind: LeafKind): TerminationView<LeafKind> {
  // Each kind is registered under its own name, so it gets its own condition; TypeScript can't infer that.
  return terminationViews[kind];
}

export function isLeafKind(kind: string): kind is LeafKind {
  return Object.hasOwn(terminationViews, kind);
}
