import { intents } from '../../data/conversations/intents.ts';
import { fault } from '../../languages/fault.ts';
import type { CommandResult } from './commandResult.ts';

/** The result for a form whose command did not reach the server: it can be sent again under the same id. */
export function notDelivered(form: FormData): CommandResult {
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : null;
  };
  return {
    intent: intents.find((intent) => intent === field('intent')) ?? null,
    taskId: field('taskId'),
    ok: false,
    kind: 'error',
    title: fault('commands:faults.notSent'),
    detail: fault('commands:faults.notSentHint'),
    errors: [],
    submitted: {
      submissionId: field('submissionId') ?? '',
      text: field('text') ?? '',
      decision: field('decision'),
    },
  };
}
