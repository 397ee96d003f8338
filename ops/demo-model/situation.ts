import type { ChatMessage } from './wire.ts';

/** A request as a role looks at it. */
export interface Situation {
  /** What the system prompt says that one is. */
  instructions: string;
  /** What all of it is about: the first message that isn't one's own. */
  task: string;
  /** What one has said before, oldest first. */
  own: string[];
  /** What the others have said after the task, oldest first. */
  others: Remark[];
  /** What was said about one's last words, where somebody sent them back or answered them directly. */
  feedback: string | undefined;
}

export interface Remark {
  name: string;
  text: string;
}

export function readSituation(messages: readonly ChatMessage[]): Situation {
  const isInstruction = ({ role }: ChatMessage) => role === 'system' || role === 'developer';
  const instructions = messages.filter(isInstruction).map(({ content }) => content);
  const said = messages.filter((message) => !isInstruction(message) && !isSilent(message));
  const own = said.filter(({ role }) => role === 'assistant').map(({ content }) => content);
  const [task, ...others] = said
    .filter(({ role }) => role !== 'assistant')
    .map(({ name, content }) => ({ name: name ?? 'user', text: content }));
  const last = said.at(-1);
  const beforeLast = said.at(-2);
  const answersOwn = last?.role === 'user' && beforeLast?.role === 'assistant';
  return {
    instructions: instructions.join('\n'),
    task: task?.text ?? '',
    own,
    others,
    feedback: answersOwn ? last.content : undefined,
  };
}

/** What nobody says: results of tools, calls without a word, the formula of a handoff. */
function isSilent({ role, content, tool_calls: calls }: ChatMessage): boolean {
  if (role === 'tool') return true;
  if (role === 'assistant') return content === '' && (calls ?? []).length > 0;
  return /^Transferred to .+, adopting the role of .+ immediately\.$/.test(content);
}

/** The last thing that somebody else said, the task left out. */
export function lastRemark(situation: Situation): Remark | undefined {
  return situation.others.at(-1);
}
