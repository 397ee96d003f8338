import { readMessage, settleDraft } from '../../transcript/settleDraft.ts';
import type { TaskWork } from '../taskWork.ts';

export const reviewMessage: TaskWork<'review_message'> = {
  detail: () => ({}),

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
