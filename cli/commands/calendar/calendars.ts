import { secondsAWeek, type WorkingCalendar } from '../../../workflows/domain/time/workingTime.ts';
import { agreed } from '../../agreed.ts';
import { answerTo, type ApiClient } from '../../apiClient.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import type { components } from '../../generated/api.ts';
import { plainText } from '../../plainText.ts';
import { readJson } from '../../readInput.ts';
import { type Session, writeJson } from '../../session.ts';
import { UsageError } from '../../usage.ts';

type ApiCalendar = components['schemas']['WorkingCalendar'];

interface Named {
  /** A name or an id. */
  calendar: string;
}

/** Lists working calendars: id, hours a week, zone, name. */
export async function listCalendars(session: Session): Promise<ExitCode> {
  const list = await answerTo(session.api.GET('/calendars'));
  if (session.json) writeJson(session, list);
  else {
    for (const calendar of list.calendars) {
      const hours = `${String(secondsAWeek(calendar) / 3_600)} h a week`;
      session.out(
        `${plainText([calendar.id, hours.padEnd(12), calendar.timeZone, calendar.name].join('  '))}\n`,
      );
    }
  }
  return exitCodes.done;
}

/** Prints a calendar as `save` takes it; with --json all that the API says of it. */
export async function showCalendar(session: Session, { calendar: named }: Named): Promise<ExitCode> {
  const calendar = await findCalendar(session.api, named);
  const { timeZone, week, holidays } = calendar;
  if (session.json) writeJson(session, calendar);
  else session.out(`${plainText(JSON.stringify({ timeZone, week, holidays }, null, 2))}\n`);
  return exitCodes.done;
}

/** Creates a calendar, or replaces the one with this name. */
export async function saveCalendar(
  session: Session,
  { name, file }: { name: string; file: string },
): Promise<ExitCode> {
  const given = readJson(file);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new UsageError(`${file} must be a JSON object with timeZone, week and holidays.`);
  }
  // Passed on as it is: the server says what is wrong with it.
  const body = given as WorkingCalendar;
  const { calendars } = await answerTo(session.api.GET('/calendars'));
  const known = calendars.find((each) => each.name === name);
  const saved = await answerTo(
    known === undefined
      ? session.api.POST('/calendars', { body: { ...body, name } })
      : session.api.POST('/calendars/{calendarId}', { params: { path: { calendarId: known.id } }, body }),
  );
  if (session.json) writeJson(session, saved);
  else session.out(`${known === undefined ? 'Created' : 'Saved'}: ${plainText(name)}\n`);
  return exitCodes.done;
}

/** Deletes a calendar, after a question. */
export async function deleteCalendar(
  session: Session,
  { calendar: named, yes }: Named & { yes: boolean },
): Promise<ExitCode> {
  const { id, name } = await findCalendar(session.api, named);
  if (
    !yes &&
    !(await agreed(session, `Delete “${name}”? For later tasks of teams that name it all hours count.`))
  ) {
    session.note('Nothing was deleted.');
    return exitCodes.failed;
  }
  const path = { calendarId: id };
  const answer = await answerTo(session.api.DELETE('/calendars/{calendarId}', { params: { path } }));
  if (session.json) writeJson(session, answer);
  else session.out(`Deleted: ${plainText(name)}\n`);
  return exitCodes.done;
}

async function findCalendar(api: ApiClient, nameOrId: string): Promise<ApiCalendar> {
  const { calendars } = await answerTo(api.GET('/calendars'));
  const found = calendars.find(({ id, name }) => id === nameOrId || name === nameOrId);
  if (found !== undefined) return found;
  throw new UsageError(`There is no calendar ${nameOrId}. \`colloquy calendar list\` lists them.`);
}
