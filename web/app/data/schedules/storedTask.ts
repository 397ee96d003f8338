import type { ParsedTask } from '../../../../workflows/contracts/taskInput.ts';
import { USER_SOURCE } from '../../../../workflows/domain/message.ts';
import type { TaskMessage } from '../../../../workflows/domain/transcript/entry.ts';

/** A stored task that is one text of a person; null: it is more than that, and a text field can't hold it. */
export function textOfTask(messages: readonly TaskMessage[]): string | null {
  const [first] = messages;
  if (first === undefined || messages.length > 1) return null;
  const isPlain = first.type === 'TextMessage' && first.source === USER_SOURCE && first.body === null;
  return isPlain ? first.content : null;
}

/** A stored task as it is given in, to be stored again as it is. */
export function inputOfTask(messages: readonly TaskMessage[]): ParsedTask {
  return messages.length === 0 ? null : messages.map(inputOfMessage);
}

function inputOfMessage({ type, source, content, body }: TaskMessage) {
  if (type === 'MultiModalMessage' && body?.kind === 'multimodal') {
    return {
      type,
      source,
      content: body.parts.map((part) => (part.kind === 'text' ? part.text : { data: part })),
    };
  }
  if (type === 'HandoffMessage' && body?.kind === 'handoff') {
    return { type, source, target: body.target, content };
  }
  return { type: type === 'StopMessage' ? type : ('TextMessage' as const), source, content };
}
