import type { MessageFacts } from '../../message.ts';
import { type HumanTaskKind, STOPPED_UNANSWERED, type TaskBase } from '../kind.ts';

/**
 * What happens to a draft that nobody reviews: it is approved, it is dropped and the turn ends, or the conversation
 * stops.
 */
export const reviewDeadlines = ['approve', 'discard', 'stop'] as const;

export type ReviewDeadline = (typeof reviewDeadlines)[number];

/** An agent's draft that is waiting for its review; `draft` is what the workflow knows about it. */
export interface ReviewTask extends TaskBase {
  kind: 'review_message';
  onDeadline: ReviewDeadline;
  draft: MessageFacts;
}

export function openReview(
  base: TaskBase,
  { onDeadline }: { onDeadline: ReviewDeadline },
  draft: MessageFacts,
): ReviewTask {
  return { kind: 'review_message', ...base, onDeadline, draft };
}

export const reviewMessage: HumanTaskKind<ReviewTask, 'approve' | 'edit' | 'reject'> = {
  decisions: {
    approve: { text: 'none', vote: 'for' },
    edit: { text: 'required' },
    reject: { text: 'required', vote: 'against' },
  },
  deadlines: reviewDeadlines,
  whileOpen: 'waiting',
  heldBack: ({ draft }) => draft,
  effect: (_task, { decision }) => {
    if (decision === 'reject') return { then: 'rewrite' };
    return decision === 'stop' ? { then: 'end_turn', stop: STOPPED_UNANSWERED } : { then: 'end_turn' };
  },
};
