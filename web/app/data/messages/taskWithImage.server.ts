import { type ParsedTask, taskInputSchema } from '../../../../workflows/contracts/taskInput.ts';
import { fault } from '../../languages/fault.ts';

export type TaskWithImage = { outcome: 'task'; task: ParsedTask } | { outcome: 'unreadable'; reason: string };

/** A person's task with the image attached to it. The file's bytes determine its type. */
export async function taskWithImage(text: string, image: File | undefined): Promise<TaskWithImage> {
  if (image === undefined) return { outcome: 'task', task: text };
  const data = Buffer.from(await image.arrayBuffer()).toString('base64');
  const parsed = taskInputSchema.safeParse({ type: 'MultiModalMessage', content: [text, { data }] });
  if (parsed.success) return { outcome: 'task', task: parsed.data };
  return { outcome: 'unreadable', reason: fault('newConversation:faults.imageKind') };
}
