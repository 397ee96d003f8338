import type { LeafKind } from '../../domain/terminations/registry.ts';
import type { TerminationContract } from './contract.ts';
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

/** Every kind of termination condition but `and` and `or`, where it crosses a boundary. */
export const terminationContracts = {
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
} satisfies { [Kind in LeafKind]: TerminationContract<Kind> };

export const leafKinds = Object.keys(terminationContracts) as LeafKind[];

/** The module of AutoGen's termination conditions. */
export const AUTOGEN_CONDITIONS = 'autogen_agentchat.conditions';

/** The full names of AutoGen's classes that are read as termination conditions. */
export function autogenTerminationClasses(): string[] {
  return leafKinds.flatMap((kind) => {
    const { component } = terminationContracts[kind].autogen;
    return component === null ? [] : [`${AUTOGEN_CONDITIONS}.${component}`];
  });
}
