import { formatted } from '../pythonFormat.ts';
import { representString } from '../pythonText.ts';
import { partsAsText } from '../transcript/partsAsText.ts';
import type { LlmMessage } from './llmMessage.ts';

/** AutoGen's own selector prompt. */
export const SELECTOR_PROMPT = `You are in a role play game. The following roles are available:
{roles}.
Read the following conversation. Then select the next role from {participants} to play. Only return the role.

{history}

Read the above conversation. Then select the next role from {participants} to play. Only return the role.
`;

/** The prompt with the conversation in it: `source: text`, a blank line after each, as AutoGen writes it. */
export function selectorHistory(
  prompt: { prompt: string; fields: Record<string, string>; role: 'system' | 'user' },
  messages: readonly LlmMessage[],
): LlmMessage {
  const history = messages
    .flatMap((message) => {
      const line = lineOf(message);
      return line === null ? [] : [`${line.trimEnd()}\n\n`];
    })
    .join('\n');
  const content = formatted(prompt.prompt, { ...prompt.fields, history });
  return prompt.role === 'system' ? { role: 'system', content } : { role: 'user', source: 'user', content };
}

/** The roles of a team's participants, a line each. */
export function rolesText(participants: readonly { name: string; description: string }[]): string {
  return participants
    .map(({ name, description }) => `${name}: ${description}`.replace(/\s+/g, ' ').trim())
    .join('\n');
}

/** A list of names as Python writes one. */
export function namesText(names: readonly string[]): string {
  return `[${names.map(representString).join(', ')}]`;
}

function lineOf(message: LlmMessage): string | null {
  switch (message.role) {
    case 'user':
      return `${message.source}: ${typeof message.content === 'string' ? message.content : partsAsText(message.content)}`;
    case 'assistant':
      return `${message.source}: ${message.content}`;
    case 'assistant_calls':
      return `${message.source}: ${callsText(message.calls)}`;
    case 'system':
    case 'results':
      return null;
  }
}

/** Tool calls as Python prints them. */
export function callsText(calls: readonly { id: string; name: string; arguments: string }[]): string {
  return `[${calls.map((call) => `FunctionCall(id=${representString(call.id)}, arguments=${representString(call.arguments)}, name=${representString(call.name)})`).join(', ')}]`;
}
