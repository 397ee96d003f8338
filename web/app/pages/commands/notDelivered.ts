import { intents } from '../../data/conversations/intents.ts';
import type { CommandResult } from './commandResult.ts';

/** What a form says whose command did not reach the server: it may be sent again under the same id. */
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
    title: 'It could not be sent',
    detail: 'The server can’t be reached. What you wrote is still here; sending it again counts once.',
    errors: [],
    submitted: {
      submissionId: field('submissionId') ?? '',
      text: field('text') ?? '',
      decision: field('decision'),
    },
  };
}
