import type { ApiTask } from '../workflows/contracts/api/tasks.ts';
import { plainText } from './plainText.ts';
import { questionOf } from './tasks/registry.ts';

/** A task in words: what is asked, and how one answers. */
export function taskText(task: ApiTask): string {
  const answer = `colloquy answer ${task.id} ${task.decisions.join('|')}`;
  return plainText(`${questionOf(task)}\n  ${task.state === 'open' ? answer : task.state}`);
}
