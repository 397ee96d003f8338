import type { LlmMessage } from '../request/llmMessage.ts';

/** A question says enough with so many characters; before that, what was said before it is added. */
const ENOUGH = 300;
/** No message gives more than this. */
const LONGEST = 1_500;
/** Further back than this nothing is looked at. */
const MOST_MESSAGES = 4;

/** What to look up before an agent's answer: the end of what it sees, as far back as it takes to know what it is about. Empty: nothing. */
export function lookUpQuery(view: readonly LlmMessage[]): string {
  const said = view.flatMap((message) => {
    const text = textOf(message).trim();
    return text === '' ? [] : [text.length > LONGEST ? text.slice(0, LONGEST) : text];
  });
  const taken: string[] = [];
  let length = 0;
  for (const text of said.toReversed()) {
    if (length >= ENOUGH || taken.length >= MOST_MESSAGES) break;
    taken.unshift(text);
    length += text.length;
  }
  return taken.join('\n');
}

/** What a person or an agent has said; what tools gave and what a system prompt says is no question. */
function textOf(message: LlmMessage): string {
  if (message.role === 'assistant') return message.content;
  if (message.role !== 'user') return '';
  const { content } = message;
  if (typeof content === 'string') return content;
  return content.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
}
