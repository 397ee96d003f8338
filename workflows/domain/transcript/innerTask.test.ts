import { describe, expect, it } from '@jest/globals';
import { entry, reply } from '../../../test/support/entries.ts';
import type { SocietyParticipant, TeamParticipant } from '../team.ts';
import { agent, team } from '../team.ts';
import type { TaskMessage, TranscriptEntry } from './entry.ts';
import { innerTask } from './innerTask.ts';

const inner = team({ participants: [agent({ name: 'chemist' })] });
const EXPERTS: TeamParticipant = { kind: 'team', name: 'experts', description: '', team: inner };
const SOCIETY: SocietyParticipant = {
  kind: 'society',
  name: 'experts',
  description: '',
  team: inner,
  model: null,
  instruction: '',
  responsePrompt: '',
  context: { kind: 'unbounded' },
};

/** The transcript when an inner team got its task, read up to that point. */
function opened(seq: number, scope: string, messages: TaskMessage[]): TranscriptEntry {
  return entry(seq, 'user', '', { scope, copied: true, readBefore: seq, body: { kind: 'task', messages } });
}

function task(
  entries: TranscriptEntry[],
  participant: TeamParticipant | SocietyParticipant,
  readBefore: number,
) {
  return innerTask(entries, participant, { scope: '', readBefore, innerTeams: ['experts', 'others'] });
}

const lines = (messages: TaskMessage[]) => messages.map(({ source, content }) => `${source}: ${content}`);
const asked: TaskMessage = { type: 'TextMessage', source: 'user', content: 'Go', body: null };

describe('the task of a team that takes turns', () => {
  it('is all that was said before its first turn', () => {
    expect(lines(task([entry(0, 'user', 'Go'), reply(1, 'critic', 'Mind it')], EXPERTS, 2))).toEqual([
      'user: Go',
      'critic: Mind it',
    ]);
  });

  it('is later what has been said since, without what the team itself has said', () => {
    const entries = [
      entry(0, 'user', 'Go'),
      opened(1, 'experts', [asked]),
      reply(2, 'chemist', 'H2O', { scope: 'experts' }),
      reply(3, 'critic', 'And salt?'),
      reply(4, 'cook', 'Pepper', { scope: 'others' }),
      entry(5, 'user', 'Posted after it began'),
    ];
    expect(lines(task(entries, EXPERTS, 5))).toEqual(['critic: And salt?', 'cook: Pepper']);
  });

  it('keeps what a message is besides text', () => {
    const body = { kind: 'handoff' as const, target: 'experts', context: [] };
    const handoff = reply(0, 'critic', 'Over', { type: 'HandoffMessage', body });
    expect(task([handoff], EXPERTS, 1)).toEqual([
      { type: 'HandoffMessage', source: 'critic', content: 'Over', body },
    ]);
  });
});

describe('the task of a society', () => {
  const entries = [
    entry(0, 'user', 'Go'),
    opened(1, 'experts~0', [asked]),
    reply(2, 'chemist', 'H2O', { scope: 'experts~0' }),
    reply(3, 'experts', 'Water.'),
    reply(4, 'critic', 'And salt?'),
  ];

  it('is in its first turn what was said, as with a team', () => {
    expect(task(entries.slice(0, 1), SOCIETY, 1)).toEqual([asked]);
  });

  it('begins later with what it had heard in earlier turns, without its own answers', () => {
    expect(task(entries, SOCIETY, 5)).toEqual([
      {
        type: 'HandoffMessage',
        source: 'experts',
        content: 'relevant previous messages',
        body: {
          kind: 'handoff',
          target: '',
          context: [{ kind: 'user_text', source: 'user', content: 'Go' }],
        },
      },
      { type: 'TextMessage', source: 'critic', content: 'And salt?', body: null },
    ]);
  });

  it('begins with what its model context begins with', () => {
    const initial = [{ role: 'user', source: 'editor', content: 'We met before.' } as const];
    const acquainted: SocietyParticipant = { ...SOCIETY, context: { kind: 'unbounded', initial } };
    expect(task(entries.slice(0, 1), acquainted, 1)).toMatchObject([
      { body: { context: [{ kind: 'user_text', source: 'editor', content: 'We met before.' }] } },
      asked,
    ]);
  });

  it('is told no more of them than its model context holds', () => {
    const forgetful: SocietyParticipant = { ...SOCIETY, context: { kind: 'buffered', size: 1 } };
    const later = [...entries, opened(5, 'experts~5', [asked]), reply(6, 'critic', 'Well?')];
    expect(task(later, forgetful, 7)[0]?.body).toMatchObject({
      context: [{ kind: 'user_text', source: 'critic', content: 'And salt?' }],
    });
  });
});
