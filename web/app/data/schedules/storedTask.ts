import type { ParsedTask } from '../../../../workflows/contracts/taskInput.ts';
import type { TaskMessage } from '../../../../workflows/domain/transcript/entry.ts';

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
