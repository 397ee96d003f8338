import { z } from 'zod';
import { reviewDeadlines } from '../../../domain/tasks/kinds/reviewMessage.ts';
import { messageFactsSchema } from '../../messageFacts.ts';
import { taskBase, type TaskContract } from '../contract.ts';

export const reviewMessage = {
  task: z.object({
    kind: z.literal('review_message'),
    ...taskBase,
    onDeadline: z.enum(reviewDeadlines),
    draft: messageFactsSchema,
  }),
  fields: {},
  read: () => ({}),
  texts: {
    edit: { empty: 'The edited text is empty. Write it, or send the draft back.' },
    reject: { empty: 'Say what the author should do differently.' },
  },
} satisfies TaskContract<'review_message'>;
