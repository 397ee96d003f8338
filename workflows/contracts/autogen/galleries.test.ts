import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import { inEnglish } from '../findings/finding.ts';
import { importComponent, type ImportResult } from './importComponent.ts';

const gallery = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../test/galleries/${name}.json`, import.meta.url), 'utf8'));

function imported(file: unknown): Extract<ImportResult, { ok: true }> {
  const result = importComponent(file);
  if (!result.ok)
    throw new Error(result.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return result;
}
const refusals = (file: unknown) => {
  const result = importComponent(file);
  return result.ok
    ? []
    : result.problems.map(({ path, message, fix }) => `${path}: ${inEnglish(message)}. ${inEnglish(fix)}`);
};

const SURFER =
  'MultimodalWebSurfer can’t run here. Replace it with an AssistantAgent that has an MCP server with the same abilities.';

describe('the default gallery of AutoGen Studio', () => {
  it.each([
    ['studio-0.4.0.3', ['huma_in_loop_team', 'assistant_agent', 'user_agent'], []],
    [
      'studio-0.4.0.6',
      ['Default Team', 'assistant_agent', 'assistant_agent', 'user_proxy'],
      ['$.items.teams[1].config.participants[0]', '$.items.components.agents[1]'],
    ],
    [
      'studio-0.4.2.2',
      [
        'RoundRobin Team',
        'Selector Team',
        'Deep Research Team',
        'assistant_agent',
        'assistant_agent',
        'user_proxy',
      ],
      ['$.components.teams[2].config.participants[0]', '$.components.agents[1]'],
    ],
    [
      'studio-0.4.3',
      [
        'RoundRobin Team',
        'Selector Team',
        'Swarm Team',
        'Deep Research Team',
        'assistant_agent',
        'assistant_agent',
        'user_proxy',
      ],
      ['$.components.teams[3].config.participants[0]', '$.components.agents[1]'],
    ],
  ])('of %s is imported, all but what surfs the web', (name, teams, surfers) => {
    const result = imported(gallery(name));
    expect(result.teams.map((team) => team.name)).toEqual(teams);
    expect(
      result.skipped.map(({ path, message, fix }) => `${path}: ${inEnglish(message)}. ${inEnglish(fix)}`),
    ).toEqual(surfers.map((path) => `${path}: ${SURFER}`));
  });

  it('of its first form has its tool, its person and its end', () => {
    const [team] = imported(gallery('studio-0.4.0.3')).teams;
    expect(team?.config).toMatchObject({
      pattern: { kind: 'round_robin' },
      participants: [
        {
          kind: 'agent',
          name: 'assistant_agent',
          model: { model: 'gpt-4o-mini' },
          systemMessage: expect.stringContaining('calculator tool'),
          tools: [{ kind: 'python', name: 'calculator', source: expect.stringContaining('def calculator') }],
        },
        { kind: 'person', name: 'user_agent' },
      ],
      termination: {
        kind: 'or',
        conditions: [
          { kind: 'text_mention', text: 'TERMINATE' },
          { kind: 'max_messages', maxMessages: 10 },
        ],
      },
    });
  });

  it('of 0.4.2.2 keeps the tools of an agent’s one workbench', () => {
    const [team] = imported(gallery('studio-0.4.2.2')).teams;
    expect(team?.config.participants[0]).toMatchObject({ tools: [{ kind: 'python', name: 'calculator' }] });
  });
});

const MODEL = {
  provider: 'autogen_ext.models.openai.OpenAIChatCompletionClient',
  config: { model: 'gpt-4o' },
};
const assistant = (config: object = {}, more: object = {}) => ({
  provider: 'autogen_agentchat.agents.AssistantAgent',
  config: {
    name: 'writer',
    description: 'Writes.',
    system_message: 'You write.',
    model_client: MODEL,
    reflect_on_tool_use: false,
    tool_call_summary_format: '{result}',
    ...config,
  },
  ...more,
});

test('an agent of component version 1 may name its handoffs alone', () => {
  const [team] = imported(assistant({ handoffs: ['Bob'] }, { component_version: 1 })).teams;
  expect(team?.config.participants[0]).toMatchObject({
    handoffs: [{ target: 'Bob', name: 'transfer_to_bob', description: 'Handoff to Bob.' }],
  });
  expect(refusals(assistant({ handoffs: ['Bob'] }, { component_version: 2 }))).toEqual([
    '$.config.handoffs[0]: Is a text, which AutoGen 0.7.5 can’t load from a file. Write {"target":"Bob"}.',
  ]);
});

const ABILITIES = { vision: false, function_calling: true, json_output: true };

test('what a model can do may be said in AutoGen’s old form', () => {
  const model = { ...MODEL, config: { model: 'my-own', model_capabilities: ABILITIES } };
  const [team] = imported(assistant({ model_client: model })).teams;
  expect(team?.config.participants[0]).toMatchObject({
    model: { info: { family: 'unknown', functionCalling: true, structuredOutput: false } },
  });
  expect(team?.notes).toEqual([]);
});

test('a society whose model does not say whether it gives structured output is taken for one that does not', () => {
  const model = { ...MODEL, config: { model: 'my-own', model_info: { ...ABILITIES, family: 'unknown' } } };
  const society = {
    provider: 'autogen_agentchat.agents.SocietyOfMindAgent',
    config: {
      name: 'society',
      model_client: model,
      team: {
        provider: 'autogen_agentchat.teams.RoundRobinGroupChat',
        config: { participants: [assistant({ model_client: model })], max_turns: 1 },
      },
    },
  };
  const [team] = imported(society).teams;
  expect(team?.config.participants[0]).toMatchObject({
    kind: 'society',
    model: { info: { structuredOutput: false } },
  });
});

test('agents of any script, in graphs, handoffs and tools, are imported as they are', () => {
  const [team] = imported({
    provider: 'autogen_agentchat.teams.GraphFlow',
    config: {
      name: '规划组',
      participants: [
        assistant({ name: '规划', handoffs: [{ target: 'prüfer' }] }),
        assistant({ name: 'prüfer' }),
      ],
      graph: {
        nodes: {
          规划: { name: '规划', edges: [{ target: 'prüfer' }] },
          prüfer: { name: 'prüfer', edges: [] },
        },
        default_start_node: '规划',
      },
    },
  }).teams;
  expect(team?.config).toMatchObject({
    participants: [{ name: '规划', handoffs: [{ name: 'transfer_to_prüfer' }] }, { name: 'prüfer' }],
    pattern: { kind: 'graph', startNode: '规划' },
  });
});
