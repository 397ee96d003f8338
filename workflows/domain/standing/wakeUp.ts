import { assertNever } from '../json.ts';
import { USER_SOURCE } from '../message.ts';
import type { WakeUpSource } from '../recordStates.ts';
import type { TaskMessage } from '../transcript/entry.ts';

/**
 * How many wake-ups one run takes at most; further ones wait for the next run. Those that arrive together are taken
 * together: the team sees all that has happened, and is not paid for once for each.
 */
export const WAKE_UPS_A_RUN = 20;

/** A wake-up as it is told to the team. */
export interface WakeUp {
  source: WakeUpSource;
  /** The webhook, schedule or conversation by its name, or the person. */
  sourceName: string | null;
  /** ISO 8601. */
  at: string;
  text: string;
}

/** The message of a run's task that says what woke the conversation. What comes from outside is introduced as such. */
export function wakeUpMessage(wakeUp: WakeUp): TaskMessage {
  return { type: 'TextMessage', source: USER_SOURCE, content: contentOf(wakeUp), body: null };
}

function contentOf({ source, sourceName, at, text }: WakeUp): string {
  switch (source) {
    case 'message':
      return text;
    case 'by_hand':
      return `Woken by ${sourceName ?? 'a person'} at ${at}.`;
    case 'webhook':
      return `Woken at ${at} by the webhook “${sourceName ?? ''}”, which received:\n\n${text}`;
    case 'schedule':
      return `Woken at ${at} by the schedule “${sourceName ?? ''}”:\n\n${text}`;
    case 'conversation':
      return `Woken at ${at} by the conversation “${sourceName ?? ''}”:\n\n${text}`;
    default:
      return assertNever(source);
  }
}
