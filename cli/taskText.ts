import type { ApiTask } from '../workflows/contracts/api/tasks.ts';
import { assertNever } from '../workflows/domain/json.ts';
import { plainText } from './plainText.ts';
import { shortMachineText } from './shortText.ts';

/** A task in words: what is asked, and how one answers. */
export function taskText(task: ApiTask): string {
  const answer = `colloquy answer ${task.id} ${task.decisions.join('|')}`;
  return plainText(`${questionOf(task)}\n  ${task.state === 'open' ? answer : task.state}`);
}

/** What a task asks. */
export function questionOf({ kind, speaker, prompt, failure, call }: ApiTask): string {
  switch (kind) {
    case 'give_input':
      return `It is the turn of ${speaker}${prompt === null || prompt === '' ? '' : `: ${shortMachineText(prompt)}`}`;
    case 'review_message':
      return `A draft of ${speaker} waits to be read`;
    case 'resolve_error':
      return `The turn of ${speaker} failed. ${shortMachineText(failure?.message ?? 'Nobody knows why')}`;
    case 'approve_tool_call':
      return `${speaker} wants to call ${call?.tool ?? 'a tool'}(${shortMachineText(call?.arguments ?? '')})${
        call?.reason === 'outcome_unknown' ? '; it may have been carried out already' : ''
      }`;
    default:
      return assertNever(kind);
  }
}
