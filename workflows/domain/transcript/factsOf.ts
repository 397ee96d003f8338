import type { MessageFacts } from '../message.ts';
import { representString } from '../pythonText.ts';
import { callsText } from '../request/selectorHistory.ts';
import type { Watched } from '../terminations/kind.ts';
import type { CallResult, TaskMessage } from './entry.ts';

/** What a message costs, where it came from a model. */
export interface MessageCost {
  usage: { promptTokens: number; completionTokens: number } | null;
  costMicroUsd: number | null;
}

/** The facts of a message, given what its team watches for, and which of the watched expressions hold for it. */
export function factsOf(
  message: TaskMessage & { seq: number },
  watched: Watched,
  matches: readonly string[] = [],
  cost: MessageCost = { usage: null, costMicroUsd: null },
): MessageFacts {
  const text = textOf(message);
  const { body } = message;
  const ran = body?.kind === 'tool_results' ? body.results.map(({ name }) => name) : [];
  const functions = watched.functions.filter((name) => ran.includes(name));
  return {
    seq: message.seq,
    type: message.type,
    source: message.source,
    mentions: watched.texts.filter((watchedText) => text.includes(watchedText)),
    ...(cost.usage === null ? {} : { usage: cost.usage }),
    ...(cost.costMicroUsd === null ? {} : { costMicroUsd: cost.costMicroUsd }),
    // The context that a society gives its team arrives as a handoff to nobody, and chooses no speaker.
    ...(body?.kind === 'handoff' && body.target !== '' ? { target: body.target } : {}),
    ...(functions.length === 0 ? {} : { functions }),
    ...(matches.length === 0 ? {} : { matches: [...matches] }),
  };
}

/** A message as the text in which AutoGen's conditions look for words: calls and results as Python prints them. */
export function textOf({ content, body }: Pick<TaskMessage, 'content' | 'body'>): string {
  if (body?.kind === 'tool_calls') return callsText(body.calls);
  if (body?.kind === 'tool_results') return `[${body.results.map(resultText).join(', ')}]`;
  if (body?.kind === 'speakers') return `[${body.speakers.map(representString).join(', ')}]`;
  return content;
}

function resultText({ content, name, callId, isError }: CallResult): string {
  const fields = {
    content: representString(content),
    name: representString(name),
    call_id: representString(callId),
    is_error: isError ? 'True' : 'False',
  };
  return `FunctionExecutionResult(${Object.entries(fields)
    .map(([field, value]) => `${field}=${value}`)
    .join(', ')})`;
}
