import { agent, type SocietyParticipant, team } from '../team.ts';
import type { TeamTemplate } from './template.ts';

const board: SocietyParticipant = {
  kind: 'society',
  name: 'board',
  description: 'A board that argues among itself and gives one answer.',
  team: team({
    description: 'An advocate and a skeptic argue.',
    participants: [
      agent({
        name: 'advocate',
        description: 'Makes the best case for it.',
        systemMessage:
          'You make the strongest honest case for the proposal, in at most five sentences. Answer the skeptic’s latest ' +
          'point first.',
      }),
      agent({
        name: 'skeptic',
        description: 'Looks for what could go wrong.',
        systemMessage:
          'You look for what could go wrong with the proposal. Name the likeliest and the costliest risk in at most five ' +
          'sentences, and say what would put your mind at rest. Once the advocate has answered everything, reply with ' +
          'SETTLED.',
      }),
    ],
    termination: {
      kind: 'or',
      conditions: [
        { kind: 'text_mention', text: 'SETTLED', sources: ['skeptic'] },
        { kind: 'max_messages', maxMessages: 9, includeAgentEvents: false },
      ],
    },
  }),
  model: null,
  instruction: 'You chair a board. This is what its members said to each other about the proposal:',
  responsePrompt:
    'Give the board’s answer without mentioning the discussion: a recommendation in one sentence, the two strongest reasons for it, the greatest risk, and what to do about it.',
  context: { kind: 'unbounded' },
};

export const advisoryBoard: TeamTemplate = {
  slug: 'advisory-board',
  config: team({
    description: 'A board with one voice, and you.',
    participants: [
      board,
      {
        kind: 'person',
        name: 'you',
        description: 'The person who asks the board.',
        prompt: 'Reply to the board, or write ENOUGH.',
        deadlineSeconds: 7 * 24 * 60 * 60,
        onDeadline: 'stop',
      },
    ],
    termination: {
      kind: 'or',
      conditions: [
        { kind: 'text_mention', text: 'ENOUGH', sources: ['you'] },
        { kind: 'max_messages', maxMessages: 12, includeAgentEvents: false },
      ],
    },
  }),
};
