import type { ApiTask } from '../workflows/contracts/api/tasks.ts';
import type { CalendarOfTask } from '../workflows/domain/tasks/asking.ts';
import { plainText } from './plainText.ts';
import { questionOf } from './tasks/registry.ts';

/** A task in words: the question, and how to answer it. */
export function taskText(task: ApiTask): string {
  const answer = `colloquy answer ${task.id} ${task.decisions.join('|')}`;
  return plainText(`${questionOf(task)}\n${askedText(task)}  ${task.state === 'open' ? answer : task.state}`);
}

function votesText({ needed, approved, cast }: NonNullable<ApiTask['votes']>): string {
  const names = cast.map(({ name, decision }) => `${name ?? '?'}: ${decision}`).join(', ');
  return `${String(approved)} of ${String(needed)} have approved${names === '' ? '' : ` (${names})`}`;
}

function calendarText({ name, timeZone }: CalendarOfTask): string {
  return timeZone === null
    ? `counted in all hours: there was no working calendar ${name}`
    : `counted in the working hours of ${name}`;
}

/** Whom it asks, a line each; nothing where every member is asked once. */
function askedText({ asked, state, deadlineAt, votes }: ApiTask): string {
  if (asked === null || state !== 'open') return '';
  const { assignees, reminders, escalation, calendar } = asked;
  const lines = [
    ...(assignees.length === 0 ? [] : [`Asks ${assignees.join(', ')}`]),
    ...(reminders.length === 0 ? [] : [`Reminders: ${reminders.join(', ')}`]),
    ...(escalation === null ? [] : [`Escalation to ${escalation.to.join(', ')}: ${escalation.at}`]),
    ...(calendar === null ? [] : [`Due ${deadlineAt ?? '-'}, ${calendarText(calendar)}`]),
    ...(votes === null ? [] : [votesText(votes)]),
  ];
  return lines.map((line) => `  ${line}\n`).join('');
}
