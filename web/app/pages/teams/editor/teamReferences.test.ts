import { describe, expect, test } from '@jest/globals';
import { handoffTo } from '../../../../../workflows/contracts/autogen/defaults.ts';
import { teamConfigSchema } from '../../../../../workflows/contracts/team.ts';
import { agent, team, type TeamConfig } from '../../../../../workflows/domain/team.ts';
import { teamTemplates } from '../../../../../workflows/domain/templates/teamTemplates.ts';
import { newEdge } from '../../../views/teams/patterns/kinds/graph.ts';
import { renameNode, retargetEdge, withoutNode } from './graph/graphReferences.ts';
import { placesNaming, renameParticipant, speakersIn, withoutParticipant } from './teamReferences.ts';

const TEAM: TeamConfig = team({
  participants: [
    agent({ name: 'writer', handoffs: [handoffTo('critic'), handoffTo('user')] }),
    agent({
      name: 'critic',
      filter: { perSource: [{ source: 'writer', position: 'last', count: 1 }] },
    }),
    agent({ name: 'critics' }),
  ],
  pattern: {
    kind: 'graph',
    startNode: 'writer',
    nodes: [
      { name: 'writer', activation: 'all', edges: [newEdge('critic')] },
      {
        name: 'critic',
        activation: 'all',
        edges: [
          { ...newEdge('writer'), condition: 'AGAIN', activationGroup: 'again' },
          { ...newEdge('critics'), condition: 'DONE' },
        ],
      },
      { name: 'critics', activation: 'all', edges: [] },
    ],
  },
  termination: {
    kind: 'or',
    conditions: [
      { kind: 'text_mention', text: 'critic', sources: ['writer', 'critic'] },
      { kind: 'handoff', target: 'critic' },
      { kind: 'text_message', source: 'critic' },
    ],
  },
});

function renamed(config: unknown, participant: number, name: string): unknown {
  return renameParticipant(config, { participant, name, places: placesNaming(config, participant) });
}

describe('a participant’s new name', () => {
  test('stands wherever the team names them, and nowhere else', () => {
    const text = JSON.stringify(TEAM).replaceAll('"critic"', '"editor"').replaceAll('critic ', 'editor ');
    const expected = JSON.parse(
      text
        .replaceAll('critic.', 'editor.')
        .replaceAll('critic,', 'editor,')
        .replaceAll('transfer_to_critic', 'transfer_to_editor')
        .replace('"text":"editor"', '"text":"critic"'),
    ) as unknown;
    expect(renamed(TEAM, 1, 'editor')).toEqual(expected);
    expect(teamConfigSchema.safeParse(renamed(TEAM, 1, 'editor')).success).toBe(true);
  });

  test('keeps apart what it meets on the way', () => {
    const places = placesNaming(TEAM, 1);
    const typed = ['criti', 'critic', 'critics', 'criticsx', 'x'].reduce<unknown>(
      (config, name) => renameParticipant(config, { participant: 1, places, name }),
      TEAM,
    );
    expect(typed).toEqual(renamed(TEAM, 1, 'x'));
  });

  test('leaves alone what is named after two, after nobody, or in words of one’s own', () => {
    const twins = { participants: [{ name: 'a' }, { name: 'a' }], termination: { sources: ['a'] } };
    expect(renamed(twins, 0, 'b')).toMatchObject({ termination: { sources: ['a'] } });
    const empty = { participants: [{ name: '' }], termination: { target: '' } };
    expect(renamed(empty, 0, 'b')).toMatchObject({ termination: { target: '' } });
    const own = { participants: [{ name: 'a', handoffs: [{ ...handoffTo('a'), message: 'Your turn' }] }] };
    expect(renamed(own, 0, 'b')).toEqual({
      participants: [{ name: 'b', handoffs: [{ ...handoffTo('b'), message: 'Your turn' }] }],
    });
  });

  test('fails on nothing that stands in a draft', () => {
    for (const draft of [null, [], 'x', {}, { participants: 3, pattern: { nodes: [null, 'x'] } }]) {
      expect(placesNaming(draft, 0)).toEqual([]);
      expect(() => withoutParticipant(draft, 0)).not.toThrow();
    }
  });
});

test('a participant goes with their node, the edges and the handoffs to them; conditions stay', () => {
  expect(withoutParticipant(TEAM, 1)).toEqual({
    ...TEAM,
    participants: [{ ...TEAM.participants[0], handoffs: [handoffTo('user')] }, TEAM.participants[2]],
    pattern: {
      kind: 'graph',
      startNode: 'writer',
      nodes: [
        { name: 'writer', activation: 'all', edges: [] },
        { name: 'critics', activation: 'all', edges: [] },
      ],
    },
  });
});

test('one of two of the same name goes alone', () => {
  const twins = {
    participants: [{ name: 'a' }, { name: 'a' }],
    pattern: { nodes: [{ name: 'a', edges: [] }] },
  };
  expect(withoutParticipant(twins, 0)).toEqual({ ...twins, participants: [{ name: 'a' }] });
});

test('a start goes with its node', () => {
  expect(withoutNode(TEAM.pattern, 0)).toMatchObject({
    startNode: null,
    nodes: [{ name: 'critic', edges: [{ target: 'critics' }] }, { name: 'critics' }],
  });
});

test('another participant at a node keeps its edges', () => {
  expect(renameNode(TEAM.pattern, 0, 'author')).toMatchObject({
    startNode: 'author',
    nodes: [{ name: 'author' }, { edges: [{ target: 'author', activationGroup: 'again' }, {}] }, {}],
  });
});

test('an edge’s group goes along with its target only where it is named after it', () => {
  expect(retargetEdge(newEdge('a'), 'b')).toEqual(newEdge('b'));
  expect(retargetEdge({ ...newEdge('a'), activationGroup: 'g' }, 'b')).toMatchObject({
    activationGroup: 'g',
  });
});

test('everybody who may be heard is known, however deep they stand', () => {
  const behind = {
    kind: 'participant',
    participant: { name: 'expert', team: { participants: [{ name: 'inner' }] } },
  };
  const speakers = speakersIn({ participants: [{ name: 'a', tools: [behind] }] });
  for (const name of ['a', 'expert', 'inner', 'user', 'MagenticOneOrchestrator']) {
    expect(speakers).toContain(name);
  }
  expect(speakers).not.toContain('b');
});

test('no template names a stranger', () => {
  for (const { config } of teamTemplates) {
    const speakers = speakersIn(config);
    const named = JSON.stringify(config).match(/"sources":\[[^\]]*\]/g) ?? [];
    for (const list of named) {
      const { sources } = JSON.parse(`{${list}}`) as { sources: string[] };
      for (const name of sources) expect(speakers).toContain(name);
    }
  }
});
