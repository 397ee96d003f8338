import type { Intent } from '../../data/conversations/intents.ts';

/** What a page says after a command: the same with and without JavaScript. */
export interface CommandResult {
  /** Which form it answers; null: none that is known. */
  intent: Intent | null;
  taskId: string | null;
  ok: boolean;
  /** success: done. waiting: handed in, not taken in. error: nothing happened, and why. */
  kind: 'success' | 'waiting' | 'error';
  /** What is to be read of it, as faults (languages/fault.ts); "" where there is nothing. */
  title: string;
  detail: string;
  /** What is wrong with the text that was sent, as faults. */
  errors: string[];
  /** What was sent, to be corrected or sent again under the same id. */
  submitted: { submissionId: string; text: string; decision: string | null } | null;
}
