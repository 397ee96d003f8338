import { agent, team } from '../team.ts';
import type { TeamTemplate } from './template.ts';

export const writersRoom: TeamTemplate = {
  slug: 'writers-room',
  config: team({
    description: 'A writer and a critic who take turns.',
    participants: [
      agent({
        name: 'writer',
        description: 'Drafts the text and revises it.',
        systemMessage:
          'You are a writer. Write what the task asks for: plain words, short sentences, no more than it needs. ' +
          'When the critic has commented on a draft, answer with the whole revised text and nothing else.',
      }),
      agent({
        name: 'critic',
        description: 'Says what has to change, or approves.',
        systemMessage:
          'You are a critic. Judge the latest draft by the task: is everything there, is anything wrong, could a ' +
          'hurried reader misread it? Name at most three changes, the most important first, each with the words to use. ' +
          'When nothing has to change, reply with APPROVE and nothing else.',
      }),
    ],
    termination: {
      kind: 'or',
      conditions: [
        { kind: 'text_mention', text: 'APPROVE', sources: ['critic'] },
        { kind: 'max_messages', maxMessages: 12, includeAgentEvents: false },
      ],
    },
  }),
};
