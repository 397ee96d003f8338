import { describe, expect, it } from '@jest/globals';
import { agent, type SocietyParticipant, team } from '../../workflows/domain/team.ts';
import { messageOf } from './replyMessage.ts';

const SOCIETY: SocietyParticipant = {
  kind: 'society',
  name: 'jury',
  description: '',
  team: team({ participants: [agent({ name: 'chemist' })] }),
  model: null,
  instruction: '',
  responsePrompt: '',
  context: { kind: 'unbounded' },
};
const answer = { text: 'Water.', reasoning: 'It is wet.', toolCalls: [] };

describe('the message that an answer is', () => {
  it('carries what an agent’s model thought', () => {
    const message = messageOf(
      agent({ name: 'chemist' }),
      { purpose: 'reply', iteration: 0 },
      answer,
      'gpt-4o',
    );
    expect(message).toMatchObject({ source: 'chemist', content: 'Water.', thought: 'It is wet.' });
  });

  it('is of a society the answer alone', () => {
    const asked = { purpose: 'society', iteration: 0 } as const;
    expect(messageOf(SOCIETY, asked, answer, 'gpt-4o')).toMatchObject({ content: 'Water.', thought: null });
    const tagged = { ...answer, text: '<think>It is wet.</think>Water.', reasoning: null };
    expect(messageOf(SOCIETY, asked, tagged, 'r1')).toMatchObject({ content: 'Water.', thought: null });
  });
});
