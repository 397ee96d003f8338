import type { ChatMessage } from './wire.ts';

/** A request from the point of view of the role that answers it. */
export interface Situation {
  /** The system prompt. */
  instructions: string;
  /** The subject of the conversation: the first message that is not the role's own. */
  task: string;
  /** The role's own earlier messages, oldest first. */
  own: string[];
  /** What the others have said after the task, oldest first. */
  others: Remark[];
  /** A direct reply to the role's latest message, such as a review that sent it back. */
  feedback: string | undefined;
}

export interface Remark {
  name: string;
  text: string;
}

export function readSituation(messages: readonly ChatMessage[]): Situation {
  const isInstruction = ({ role }: ChatMessage) => role === 'system' || role === 'developer';
  const instructions = messages.filter(isInstruction).map(({ content }) => content);
  const spoken = messages.filter((message) => !isInstruction(message) && !isSilent(message));
  const own = spoken.filter(({ role }) => role === 'assistant').map(({ content }) => content);
  const [task, ...others] = spoken
    .filter(({ role }) => role !== 'assistant')
    .map(({ name, content }) => ({ name: name ?? 'user', text: content }));
  const last = spoken.at(-1);
  const beforeLast = spoken.at(-2);
  const answersOwn = last?.role === 'user' && beforeLast?.role === 'assistant';
  return {
    instructions: instructions.join('\n'),
    task: task?.text ?? '',
    own,
    others,
    feedback: answersOwn ? last.content : undefined,
  };
}

/** Messages that are not speech: results of tools, calls without text, the fixed text of a handoff. */
function isSilent({ role, content, tool_calls: calls }: ChatMessage): boolean {
  if (role === 'tool') return true;
  if (role === 'assistant') return content === '' && (calls ?? []).length > 0;
  return /^Transferred to .+, adopting the role of .+ immediately\.$/.test(content);
}

/** The newest message of the others, except for the task. */
export function lastRemark(situation: Situation): Remark | undefined {
  return situation.others.at(-1);
}
