import type { Delivery } from '../../app/data/runs/delivery.ts';
import { Problem } from '../problem.ts';
import { keyUsed } from './keyUsed.ts';

/** The answer to a command sent to a conversation; throws a Problem if the command was not accepted. */
export function delivered(delivery: Delivery | { outcome: 'differs' | 'full' }): {
  status: number;
  body: { outcome: 'done' | 'handed_in' };
} {
  switch (delivery.outcome) {
    case 'done':
      return { status: 200, body: { outcome: 'done' } };
    case 'handed_in':
      return { status: 202, body: { outcome: 'handed_in' } };
    case 'over':
      throw over();
    case 'refused':
      throw delivery.failure === 'conversation_over' ? over() : refused(delivery.failure);
    case 'not_started':
      throw new Problem({
        kind: 'not_started',
        status: 409,
        title: 'The conversation has not started yet',
        detail: 'It starts as soon as a worker is running. Try again in a moment.',
        headers: { 'retry-after': '2' },
      });
    case 'unreachable':
      throw new Problem({
        kind: 'unavailable',
        status: 503,
        title: `Temporal at ${delivery.address} cannot be reached`,
        detail: 'Nothing was changed. Try again in a moment.',
        headers: { 'retry-after': '2' },
      });
    case 'full':
      throw full();
    case 'differs':
      throw keyUsed('What was sent first counts.');
  }
}

/** A standing conversation takes no further wake-up now. */
export function full(): Problem {
  return new Problem({
    kind: 'too_many_wake_ups',
    status: 429,
    title: 'Too many wake-ups wait',
    detail: 'The conversation has 1,000 wake-ups that it has not taken yet. Try again when it has.',
    headers: { 'retry-after': '60' },
  });
}

function over(): Problem {
  return new Problem({
    kind: 'over',
    status: 409,
    title: 'The conversation is over',
    detail: 'Continue it with POST …/runs, or start a new one.',
  });
}

function refused(failure: string): Problem {
  return new Problem({
    kind: 'refused',
    status: 409,
    title: 'The conversation refused the command',
    detail: `The reason is ${failure}. Read the conversation's current state before you try again.`,
  });
}
