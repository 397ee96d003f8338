import { afterWorking, type WorkingCalendar } from '../time/workingTime.ts';

/** Whom a task asks, and what happens while nobody answers; part of a team's JSON. */
export interface Asking {
  /** E-mail addresses; empty: every member of the project. */
  assignees: string[];
  /** After how many seconds those who are asked are told once more. */
  remindAfterSeconds: number[];
  /** To whom the task is put as well, by their e-mail addresses, after so many seconds; null: to nobody. */
  escalation: { afterSeconds: number; to: string[] } | null;
  /** The name of the project's working calendar in whose hours reminders, escalation and deadline are counted; absent: all hours count. */
  calendar?: string | undefined;
  /** How many have to agree before a decision is carried out; absent: one answer decides. Only where something is approved. */
  quorum?: Quorum | undefined;
}

/** How many have to agree: all who are asked, or so many. */
export interface Quorum {
  of: 'all' | number;
}

/** Whom an open task asks. Moments are ISO 8601. */
export interface Asked {
  assignees: string[];
  /** The earliest first. */
  reminders: string[];
  escalation: { at: string; to: string[] } | null;
  /** In whose hours its moments were counted as it was opened; null: all hours counted. */
  calendar: CalendarOfTask | null;
  /** How many have to approve; null: one answer decides. */
  quorum: number | null;
}

/** The working calendar that a task was to be counted in. */
export interface CalendarOfTask {
  name: string;
  /** IANA; null: the project had no such calendar, so all hours counted. */
  timeZone: string | null;
}

/** How a task's time passes. */
export interface TaskClock {
  /** Null: the task names none. */
  calendar: CalendarOfTask | null;
  /** The moment so many seconds of it after another (Unix milliseconds). */
  after(startMs: number, seconds: number): number;
}

/** The clock of a task by its calendar; `found` is that of this name, null where the project has none. */
export function clockOf(name: string | undefined, found: WorkingCalendar | null): TaskClock {
  if (name === undefined || found === null) {
    return {
      calendar: name === undefined ? null : { name, timeZone: null },
      after: (startMs, seconds) => startMs + seconds * 1_000,
    };
  }
  return {
    calendar: { name, timeZone: found.timeZone },
    after: (startMs, seconds) => afterWorking(found, startMs, seconds),
  };
}

/** The moments of a task that is opened at a moment (Unix milliseconds). */
export function askedFrom(asking: Asking, openedAtMs: number, clock: TaskClock): Asked {
  const { assignees, remindAfterSeconds, escalation } = asking;
  const after = (seconds: number) => new Date(clock.after(openedAtMs, seconds)).toISOString();
  return {
    assignees,
    reminders: remindAfterSeconds.toSorted((one, other) => one - other).map(after),
    escalation: escalation === null ? null : { at: after(escalation.afterSeconds), to: escalation.to },
    calendar: clock.calendar,
    quorum: neededOf(asking),
  };
}

/** How many have to approve; null: one answer decides. */
export function neededOf(asking: Pick<Asking, 'assignees' | 'quorum'> | undefined): number | null {
  if (asking?.quorum === undefined) return null;
  const { of } = asking.quorum;
  return of === 'all' ? countPeople(asking.assignees) : of;
}

/** How many people these addresses are. */
export function countPeople(addresses: readonly string[]): number {
  return new Set(addresses.map((address) => address.toLowerCase())).size;
}

/**
 * Those who may answer at a moment (Unix milliseconds) besides the project's owners, by their e-mail addresses; null: everybody.
 */
export function mayAnswer({ assignees, escalation }: Asked, atMs: number): string[] | null {
  if (assignees.length === 0) return null;
  const isEscalated = escalation !== null && Date.parse(escalation.at) <= atMs;
  return isEscalated ? [...assignees, ...escalation.to] : assignees;
}

/** Whether an e-mail address is among others: upper and lower case are the same. */
export function isAmong(address: string, addresses: readonly string[]): boolean {
  return addresses.some((each) => each.toLowerCase() === address.toLowerCase());
}
