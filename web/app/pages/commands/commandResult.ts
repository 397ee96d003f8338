import type { Intent } from '../../data/conversations/intents.ts';

/** The result of a command, the same with and without JavaScript. */
export interface CommandResult {
  /** The form that it answers; null if unknown. */
  intent: Intent | null;
  taskId: string | null;
  ok: boolean;
  /** success: done. waiting: sent, not accepted yet. error: nothing happened, with the reason. */
  kind: 'success' | 'waiting' | 'error';
  /** The message, as faults (languages/fault.ts); "" if there is none. */
  title: string;
  detail: string;
  /** Errors in the text that was sent, as faults. */
  errors: string[];
  /** The submitted values, to be corrected or sent again under the same id. */
  submitted: { submissionId: string; text: string; decision: string | null } | null;
}
