import type { Delivery } from '../../app/data/runs/delivery.ts';
import { Problem } from '../problem.ts';
import { keyUsed } from './keyUsed.ts';

/** What became of a command that was handed to a conversation, as an answer; a Problem where nothing came of it. */
export function delivered(delivery: Delivery | { outcome: 'differs' }): {
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
        detail: 'It starts as soon as a worker runs. Try again then.',
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
    case 'differs':
      throw keyUsed('What was sent first counts.');
  }
}

function over(): Problem {
  return new Problem({
    kind: 'over',
    status: 409,
    title: 'The conversation is over',
    detail: 'Let it go on with POST …/runs, or start another.',
  });
}

function refused(failure: string): Problem {
  return new Problem({
    kind: 'refused',
    status: 409,
    title: 'The conversation refused it',
    detail: `It gave the reason ${failure}. Read how it stands now.`,
  });
}
