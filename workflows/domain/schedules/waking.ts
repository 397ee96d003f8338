import { USER_SOURCE } from '../message.ts';
import type { TaskMessage } from '../transcript/entry.ts';
import { localTimeInWords } from './localDay.ts';
import type { CarryOverKind, OverlapPolicy } from './states.ts';

/**
 * The policies of a schedule that wakes a standing conversation. A run lasts from its wake-up until the conversation's run that took it
 * has ended. The other two would end a run that is not the schedule's own: others may have woken the conversation for it as well.
 */
export const wakingOverlaps = [
  'skip',
  'buffer_one',
  'buffer_all',
  'allow_all',
] as const satisfies readonly OverlapPolicy[];
export type WakingOverlap = (typeof wakingOverlaps)[number];

export function isWakingOverlap(policy: OverlapPolicy): policy is WakingOverlap {
  return wakingOverlaps.some((each) => each === policy);
}

/** What a schedule that wakes a conversation can't have. */
export type WakingProblem =
  /** The policy would end what is going in the conversation. */
  | 'overlap'
  /** The conversation keeps its transcript. */
  | 'carry_over'
  /** A wake-up is a text. */
  | 'task';

/** What of a schedule does not go with waking a conversation; empty: nothing. */
export function wakingProblems({
  overlap,
  carryOver,
  task,
}: {
  overlap: OverlapPolicy;
  carryOver: CarryOverKind;
  task: readonly TaskMessage[];
}): WakingProblem[] {
  const problems: WakingProblem[] = [];
  if (!isWakingOverlap(overlap)) problems.push('overlap');
  if (carryOver !== 'none') problems.push('carry_over');
  if ((textOfTask(task) ?? '').trim() === '') problems.push('task');
  return problems;
}

/** A task that is one text of a person; null: it is more than that. */
export function textOfTask(messages: readonly TaskMessage[]): string | null {
  const [first] = messages;
  if (first === undefined || messages.length > 1) return null;
  const isPlain = first.type === 'TextMessage' && first.source === USER_SOURCE && first.body === null;
  return isPlain ? first.content : null;
}

/**
 * What the team is told at a date: the task, and for which date, since several may be taken together and one that is filled in is
 * long past.
 */
export function wakingText(
  task: string,
  { nominalAt, timeZone }: { nominalAt: Date; timeZone: string },
): string {
  return `${task}\n\nThis is for ${localTimeInWords(nominalAt, timeZone)} (${timeZone}).`;
}

/** The key of a date's wake-up: it wakes the conversation once, whoever begins the date's run and however often. */
export function wakingKey(scheduleId: string, nominalAt: Date): string {
  return `${scheduleId}:${nominalAt.toISOString()}`;
}

/** A question is asked again after this, and after longer the longer it has been asked. */
const FIRST_LOOK_MS = 1_000;
const LAST_LOOK_MS = 30_000;

/** How long after its begin a run is asked again whether it is over: a quarter of the time that has passed, within bounds. */
export function nextLookMs(passedMs: number): number {
  return Math.min(LAST_LOOK_MS, Math.max(FIRST_LOOK_MS, Math.round(passedMs / 4)));
}
