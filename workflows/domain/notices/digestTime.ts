import { DAY_MS, openZone } from '../time/zone.ts';
import type { MailPace } from './noticeStates.ts';

const HOUR_MS = 60 * 60 * 1000;
/** The hour of the daily mail, in its reader's zone. */
const DAILY_AT_HOUR = 8;

/** So many mails within the time below are told one by one; what comes on top is told together. */
export const MOST_AT_ONCE = 5;
export const FLOOD_MS = 10 * 60 * 1000;

/** When the next digest of this pace is made: after this moment, at a full hour, or at eight in the morning. */
export function nextDigestAtMs(
  pace: Extract<MailPace, 'hourly' | 'daily'>,
  timeZone: string,
  nowMs: number,
): number {
  if (pace === 'hourly') return (Math.floor(nowMs / HOUR_MS) + 1) * HOUR_MS;
  const zone = openZone(timeZone);
  const wall = zone.wallAt(nowMs);
  const today = Math.floor(wall / DAY_MS) * DAY_MS + DAILY_AT_HOUR * HOUR_MS;
  const moment = zone.momentOf(today);
  return moment > nowMs ? moment : zone.momentOf(today + DAY_MS);
}

/** When what is too much to be told one by one is told together: at the end of the current ten minutes. */
export function floodDigestAtMs(nowMs: number): number {
  return (Math.floor(nowMs / FLOOD_MS) + 1) * FLOOD_MS;
}
