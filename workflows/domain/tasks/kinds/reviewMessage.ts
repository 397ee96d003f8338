import type { MessageFacts } from '../../message.ts';
import { type HumanTaskKind, noText, STOPPED_UNANSWERED, type TaskBase } from '../kind.ts';

/** What happens to a draft that nobody reviews: it stands, it is dropped and the turn passes, or the conversation stops. */
export const reviewDeadlines = ['approve', 'discard', 'stop'] as const;

export type ReviewDeadline = (typeof reviewDeadlines)[number];

/** An agent's draft waits to be read; `draft` is what the workflow knows of it. */
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
  decisions: { approve: noText, edit: { text: 'required' }, reject: { text: 'required' } },
  deadlines: reviewDeadlines,
  whileOpen: 'waiting',
  heldBack: ({ draft }) => draft,
  effect: (_task, { decision }) => {
    if (decision === 'reject') return { then: 'rewrite' };
    return decision === 'stop' ? { then: 'end_turn', stop: STOPPED_UNANSWERED } : { then: 'end_turn' };
  },
};
