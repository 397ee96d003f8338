import { describe, expect, test } from '@jest/globals';
import { agent, team, type TeamConfig } from '../../../../../workflows/domain/team.ts';
import { catalogue as english } from '../../../languages/en/catalogue.ts';
import { addLanguage } from '../../../languages/translator.ts';
import { edgeInWords } from './picture.ts';
import { teamPicture } from './teamPicture.ts';

const { t } = addLanguage('en', english);

const three = ['a', 'b', 'c'].map((name) => agent({ name }));

function words(config: TeamConfig): string[] {
  const picture = teamPicture(config, t);
  return picture.edges.map((edge) => edgeInWords(picture, edge, t));
}

describe('teamPicture', () => {
  test('a round robin is a ring', () => {
    expect(words(team({ participants: three }))).toEqual(['a → b', 'b → c', 'c → a']);
    expect(words(team({ participants: three.slice(0, 1) }))).toEqual([]);
  });

  test('a Magentic-One is a star', () => {
    const pattern = {
      kind: 'magentic_one',
      model: null,
      maxStalls: 3,
      maxResets: null,
      finalAnswerPrompt: null,
    } as const;
    expect(words(team({ participants: three, pattern }))).toEqual([
      'Orchestrator → a',
      'Orchestrator → b',
      'Orchestrator → c',
    ]);
  });

  test('a swarm shows its handoffs, including those to people outside', () => {
    const handoff = (target: string) => ({ target, description: '', name: `to_${target}`, message: '' });
    const participants = [
      agent({ name: 'a', handoffs: [handoff('b'), handoff('user')] }),
      agent({ name: 'b' }),
    ];
    const picture = teamPicture(team({ participants, pattern: { kind: 'swarm' } }), t);
    expect(picture.nodes.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'participant'],
      ['b', 'participant'],
      ['user', 'outside'],
    ]);
    expect(picture.edges.map(({ from, to }) => [from, to])).toEqual([
      ['a', 'b'],
      ['a', 'user'],
    ]);
  });

  test('a graph shows where it begins and when an edge is taken', () => {
    const edge = (target: string, condition: string | null, activationCondition: 'all' | 'any') => ({
      target,
      condition,
      activationGroup: target,
      activationCondition,
    });
    const picture = teamPicture(
      team({
        participants: three,
        pattern: {
          kind: 'graph',
          startNode: null,
          nodes: [
            { name: 'a', activation: 'all', edges: [edge('b', 'OK', 'all'), edge('c', 'NO', 'any')] },
            { name: 'b', activation: 'all', edges: [] },
            { name: 'c', activation: 'all', edges: [] },
          ],
        },
      }),
      t,
    );
    expect(picture.nodes.filter(({ isStart }) => isStart).map(({ id }) => id)).toEqual(['a']);
    expect(picture.edges.map((each) => edgeInWords(picture, each, t))).toEqual([
      'a → b, if the message contains “OK”',
      'a → c, if the message contains “NO”; any of its group is enough',
    ]);
  });

  test('the box of an inner team names its members', () => {
    const inner = team({ participants: three });
    const picture = teamPicture(
      team({ participants: [{ kind: 'team', name: 'desk', description: '', team: inner }] }),
      t,
    );
    expect(picture.nodes[0]?.detail).toBe('Team: a, b, c');
  });
});
