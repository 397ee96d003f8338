import { reviveDraft } from '../../transcript/reviveDraft.ts';
import { readMessage, settleDraft } from '../../transcript/settleDraft.ts';
import type { TaskWork } from '../taskWork.ts';

export const reviewMessage: TaskWork<'review_message'> = {
  detail: () => ({}),

  asking: ({ team, task }) => {
    const author = team.participants.find(({ name }) => name === task.speaker);
    const review = author?.kind === 'agent' ? author.review : null;
    if (review?.asking === undefined) return null;
    return { asking: review.asking, deadlineSeconds: review.deadlineSeconds };
  },

  opened: (transaction, { projectId, conversationId, task, revision }) =>
    reviveDraft(transaction, { projectId, conversationId, seq: task.seq, revision }),

  carryOut: async (transaction, { projectId, conversationId, task, resolution, revision, handedIn }) => {
    const draft = { projectId, conversationId, seq: task.seq, revision };
    switch (resolution.decision) {
      case 'approve':
        return settleDraft(transaction, { ...draft, status: 'final' });
      case 'edit': {
        const userId = resolution.by === 'person' ? resolution.userId : null;
        return settleDraft(transaction, { ...draft, status: 'final', content: await handedIn(), userId });
      }
      case 'reject':
        return settleDraft(transaction, { ...draft, status: 'rejected', feedback: await handedIn() });
      case 'discard':
      case 'stop':
        return settleDraft(transaction, { ...draft, status: 'discarded' });
    }
  },

  message: (transaction, settling) => readMessage(transaction, settling, settling.task.seq),
};
