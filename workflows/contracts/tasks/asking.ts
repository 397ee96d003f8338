import { z } from 'zod';
import { type Asked, type Asking, countPeople, neededOf } from '../../domain/tasks/asking.ts';
import { decisionsOf, type TaskKind, voteOf } from '../../domain/tasks/registry.ts';
import { moment } from '../api/fields.ts';
import { CALENDAR_NAME_MAX_CHARACTERS } from '../calendarInput.ts';
import { teamFinding } from '../findings/finding.ts';
import { deadlineSeconds } from '../participants/fields.ts';
import type { TeamFault } from '../teamSchema/fault.ts';
import { list, object, text } from '../teamSchema/fields.ts';

const address = text(320).regex(z.regexes.email, teamFinding('mailAddress'));
const MOST_PEOPLE = 50;
const MOST_REMINDERS = 10;

/** Whom a task asks, in a team's JSON. */
export const askingSchema: z.ZodType<Asking> = object({
  assignees: list(address, MOST_PEOPLE),
  remindAfterSeconds: list(deadlineSeconds, MOST_REMINDERS),
  escalation: object({
    afterSeconds: deadlineSeconds,
    to: list(address, MOST_PEOPLE).min(1, teamFinding('nobodyToEscalateTo')),
  }).nullable(),
  calendar: text(CALENDAR_NAME_MAX_CHARACTERS, 1).optional(),
  quorum: object({
    of: z.union([z.literal('all'), z.int()], { error: () => teamFinding('quorumOf') }),
  }).optional(),
});

/**
 * What would only happen once the deadline of such a task has passed, and a quorum that can't be met. `kind`: of the task that asks.
 */
export function askingFaults(
  asking: Asking | undefined,
  kind: TaskKind,
  deadline: number,
  at: (string | number)[],
): TeamFault[] {
  if (asking === undefined) return [];
  return [...lateFaults(asking, deadline, at), ...quorumFaults(asking, kind, [...at, 'quorum'])];
}

function quorumFaults(asking: Asking, kind: TaskKind, path: (string | number)[]): TeamFault[] {
  const needed = neededOf(asking);
  if (needed === null) return [];
  if (!decisionsOf(kind).some((decision) => voteOf(kind, decision) === 'for')) {
    return [{ path, message: teamFinding('quorumOnAnswer') }];
  }
  const named = countPeople(asking.assignees);
  const at = [...path, 'of'];
  if (named < 2) return [{ path: at, message: teamFinding('quorumOfNobody') }];
  if (needed < 2) return [{ path: at, message: teamFinding('quorumOfOne') }];
  return needed > named ? [{ path: at, message: teamFinding('quorumTooLarge', { needed, named }) }] : [];
}

function lateFaults(asking: Asking, deadline: number, at: (string | number)[]): TeamFault[] {
  const message = teamFinding('afterDeadline', { deadline });
  const reminders = asking.remindAfterSeconds.flatMap((seconds, index) =>
    seconds < deadline ? [] : [{ path: [...at, 'remindAfterSeconds', index], message }],
  );
  const isLate = asking.escalation !== null && asking.escalation.afterSeconds >= deadline;
  return isLate ? [...reminders, { path: [...at, 'escalation', 'afterSeconds'], message }] : reminders;
}

/** Whom a task asks, in the API. */
export const askedSchema = z
  .object({
    assignees: z.array(z.string()).describe('E-mail addresses; empty: every member.'),
    reminders: z.array(moment).describe('When they are told once more, the earliest first.'),
    escalation: z
      .object({ at: moment, to: z.array(z.string()) })
      .nullable()
      .describe('From when on it is put to others as well, by their e-mail addresses.'),
    calendar: z
      .object({
        name: z.string(),
        timeZone: z
          .string()
          .nullable()
          .describe('Null: the project had no such calendar as the task was opened, so all hours counted.'),
      })
      .nullable()
      .describe('The working calendar in whose hours deadline, reminders and escalation are counted.'),
    quorum: z.int().nullable().describe('How many have to approve; null: one answer decides.'),
  })
  .describe(
    'Whom the task asks: only they, from the escalation on those to whom it is escalated, and the project’s owners can answer. Null: every member.',
  );

const detailSchema = z.object({
  asked: z.object({
    assignees: z.array(z.string()),
    reminders: z.array(z.string()),
    escalation: z.object({ at: z.string(), to: z.array(z.string()) }).nullable(),
    // Tasks that were opened before there were calendars have none.
    calendar: z.object({ name: z.string(), timeZone: z.string().nullable() }).nullable().default(null),
    quorum: z.int().nullable().default(null),
  }),
});

/** Whom a task asks, from the detail of its row; null: every member. */
export function readAskedPeople(detail: unknown): Asked | null {
  return detailSchema.safeParse(detail).data?.asked ?? null;
}
