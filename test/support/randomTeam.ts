import fc from 'fast-check';
import { contractOf } from '../../workflows/contracts/patterns/registry.ts';
import type { MemoryConfig } from '../../workflows/domain/memory/registry.ts';
import { type ModelClient, modelClient } from '../../workflows/domain/model.ts';
import type { InitialMessage, ModelContextConfig } from '../../workflows/domain/modelContext/config.ts';
import type { GraphConfig, GraphEdge } from '../../workflows/domain/patterns/kinds/graph/graph.ts';
import { graphFaults } from '../../workflows/domain/patterns/kinds/graph/graphFaults.ts';
import type { PatternConfig, PatternConfigs, PatternKind } from '../../workflows/domain/patterns/registry.ts';
import {
  agent,
  type AgentParticipant,
  type AgentTool,
  type Participant,
  team,
  type TeamConfig,
} from '../../workflows/domain/team.ts';
import type { TerminationCondition } from '../../workflows/domain/terminations/condition.ts';
import { anyCondition } from './randomTermination.ts';

/** The texts that a random graph's edges look for. */
export const EDGE_TEXTS = ['YES', 'NO'];

/**
 * Any graph over these nodes that AutoGen would run: branches, joins, loops with exits, both kinds of activation
 * groups.
 */
export function anyGraph(names: readonly string[]): fc.Arbitrary<GraphConfig> {
  const edge = fc.record({
    target: fc.nat({ max: names.length - 1 }),
    text: fc.constantFrom(...EDGE_TEXTS),
    group: fc.constantFrom('', 'left', 'right'),
  });
  const node = fc.record({ edges: fc.array(edge, { maxLength: 4 }), isConditional: fc.boolean() });
  return fc
    .record({
      nodes: fc.array(node, { minLength: names.length, maxLength: names.length }),
      anyGroups: fc.array(fc.boolean(), { minLength: 3 * names.length, maxLength: 3 * names.length }),
      startsAtFirst: fc.boolean(),
    })
    .map(({ nodes, anyGroups, startsAtFirst }): GraphConfig => {
      const groupIndex = (group: string) => ['', 'left', 'right'].indexOf(group);
      return {
        kind: 'graph',
        startNode: startsAtFirst ? (names[0] ?? null) : null,
        nodes: nodes.map(({ edges, isConditional }, index) => ({
          name: names[index] ?? '',
          activation: 'all',
          // The graph can end at the last node.
          edges: (index === names.length - 1 ? [] : edges).map(({ target, text, group }): GraphEdge => {
            const name = names[target] ?? '';
            return {
              target: name,
              condition: isConditional ? text : null,
              activationGroup: group === '' ? name : group,
              activationCondition: anyGroups[3 * target + groupIndex(group)] === true ? 'any' : 'all',
            };
          }),
        })),
      };
    })
    .filter((graph) => graphFaults(graph, names).length === 0);
}

const model: fc.Arbitrary<ModelClient> = fc
  .record({
    model: fc.constantFrom('gpt-4o', 'gpt-4o-mini', 'o3-mini'),
    baseUrl: fc.option(fc.constant('https://models.example.com/v1')),
    apiKeySecret: fc.option(fc.constant('MODELS_EXAMPLE_COM_API_KEY')),
    parameters: fc.constantFrom<ModelClient['parameters'][]>({}, { temperature: 0.5, stop: ['END'] }),
    includeNameInMessage: fc.boolean(),
    addNamePrefixes: fc.boolean(),
  })
  .map((fields) => modelClient(fields));

const initial: fc.Arbitrary<InitialMessage[]> = fc.array(
  fc.oneof<fc.Arbitrary<InitialMessage>[]>(
    fc.record({ role: fc.constant('system' as const), content: fc.string() }),
    fc.record({
      role: fc.constantFrom('user' as const, 'assistant' as const),
      source: fc.constantFrom('user', 'editor'),
      content: fc.string(),
    }),
  ),
  { minLength: 1, maxLength: 3 },
);

const limit: fc.Arbitrary<ModelContextConfig> = fc.oneof<fc.Arbitrary<ModelContextConfig>[]>(
  fc.constant({ kind: 'unbounded' as const }),
  fc.record({ kind: fc.constant('buffered' as const), size: fc.integer({ min: 1, max: 50 }) }),
  fc.record({
    kind: fc.constant('head_and_tail' as const),
    head: fc.integer({ min: 1, max: 9 }),
    tail: fc.integer({ min: 1, max: 9 }),
  }),
  fc.constant({ kind: 'token_limited' as const, limit: 1000 }),
);

const context = fc
  .tuple(limit, fc.option(initial))
  .map(([kept, first]): ModelContextConfig => (first === null ? kept : { ...kept, initial: first }));

const words = fc.string({ maxLength: 30 });

const tool: fc.Arbitrary<AgentTool[]> = fc.subarray<AgentTool>([
  {
    kind: 'python',
    name: 'add',
    description: 'Adds.',
    source: 'def add(a: int, b: int) -> int:\n    return a + b\n',
    imports: ['import math', 'from typing import Any as A, List'],
  },
  {
    kind: 'mcp_stdio',
    command: 'npx',
    args: ['-y', '@modelcontextprotocol/server-memory'],
    env: { MODE: 'a' },
    timeoutSeconds: 5,
    overrides: { read_graph: { description: 'Reads it.' } },
  },
  {
    kind: 'participant',
    name: 'helper',
    description: 'Helps.',
    participant: agent({ name: 'helper', description: 'Helps.', model: modelClient({ model: 'gpt-4o' }) }),
    returnsLastOnly: true,
  },
  {
    kind: 'mcp_http',
    transport: 'streamable_http',
    url: 'https://mcp.example.com/mcp',
    headers: { 'X-A': 'b' },
    timeoutSeconds: 30,
    overrides: {},
  },
]);

function anyAgent(name: string): fc.Arbitrary<AgentParticipant> {
  return fc
    .record({
      description: words,
      systemMessage: words,
      model,
      context,
      tools: tool,
      maxToolIterations: fc.integer({ min: 1, max: 9 }),
      reflectOnToolUse: fc.boolean(),
      toolCallSummaryFormat: fc.constantFrom('{result}', '{tool_name}: {result}'),
      handoffs: fc.subarray([
        { target: 'user', description: 'To the user.', name: 'transfer_to_user', message: 'Over.' },
      ]),
      memory: fc.subarray<MemoryConfig>([
        { kind: 'long_term' as const, count: 12 },
        { kind: 'list' as const, name: 'notes', contents: [{ content: 'Tea.', mimeType: 'text/plain' }] },
      ]),
      output: fc.option(
        fc.constant({ name: 'Verdict', schema: { type: 'object', properties: {} }, formatString: null }),
      ),
    })
    .map((fields) => agent({ name, ...fields }));
}

function anyParticipant(name: string, depth: number): fc.Arbitrary<Participant> {
  const person = fc.record({
    kind: fc.constant('person' as const),
    name: fc.constant(name),
    description: words,
    prompt: fc.constant('Enter your response: '),
    deadlineSeconds: fc.constant(7 * 24 * 60 * 60),
    onDeadline: fc.constant('stop' as const),
  });
  const plain: fc.Arbitrary<Participant>[] = [anyAgent(name), anyAgent(name), person];
  if (depth === 0) return fc.oneof(...plain);
  const society: fc.Arbitrary<Participant> = fc.record({
    kind: fc.constant('society' as const),
    name: fc.constant(name),
    description: fc.constant('Thinks together.'),
    team: anyTeam(depth - 1),
    model,
    instruction: fc.constant('Here is what was said:'),
    responsePrompt: fc.constant('Answer.'),
    context,
  });
  return fc.oneof(...plain, society);
}

/** Participants of each kind that AutoGen has too, for a team of them; null: AutoGen has none, or no such team. */
const patterns = {
  round_robin: () => fc.constant({ kind: 'round_robin' }),
  // In AutoGen an agent alone is not a team.
  single_agent: () => null,
  swarm: () => fc.constant({ kind: 'swarm' }),
  graph: anyGraph,
  selector: (names) =>
    names.length === 1
      ? null
      : fc.record({
          kind: fc.constant('selector'),
          model,
          prompt: fc.option(fc.constant('Choose from {participants}.')),
          allowRepeatedSpeaker: fc.boolean(),
          maxAttempts: fc.integer({ min: 1, max: 5 }),
          candidateFilter: fc.constant(null),
          streaming: fc.boolean(),
          context,
        }),
  magentic_one: () =>
    fc.record({
      kind: fc.constant('magentic_one'),
      model,
      maxStalls: fc.integer({ min: 1, max: 5 }),
      maxResets: fc.constant(null),
      finalAnswerPrompt: fc.option(fc.constant('Answer {task}.')),
    }),
} satisfies {
  [Kind in PatternKind]: (names: readonly string[]) => fc.Arbitrary<PatternConfigs[Kind]> | null;
};

function anyPattern(names: readonly string[]): fc.Arbitrary<PatternConfig> {
  const all: (fc.Arbitrary<PatternConfig> | null)[] = Object.values(patterns).map((some) => some(names));
  return fc.oneof(...all.filter((some) => some !== null));
}

/** Conditions that AutoGen has too. */
const autogenCondition: fc.Arbitrary<TerminationCondition> = anyCondition.filter(
  (condition) => !/"(cost|expression)"/.test(JSON.stringify(condition)),
);

/** Any team that AutoGen can express as well. */
export function anyTeam(depth = 1): fc.Arbitrary<TeamConfig> {
  return fc.integer({ min: 1, max: 4 }).chain((size) => {
    const names = Array.from({ length: size }, (_, index) => `p${String(index)}`);
    return fc
      .record({
        name: fc.option(fc.constant('crew')),
        description: words,
        pattern: anyPattern(names),
        // A swarm begins with a participant that can hand over.
        participants: fc.tuple(
          anyParticipant('p0', 0),
          ...names.slice(1).map((name) => anyParticipant(name, depth)),
        ),
        termination: autogenCondition,
        maxTurns: fc.option(fc.integer({ min: 1, max: 20 })),
        emitTeamEvents: fc.boolean(),
      })
      .map((fields) =>
        team({ ...fields, emitTeamEvents: fields.emitTeamEvents && hasEvents(fields.pattern) }),
      );
  });
}

function hasEvents(pattern: PatternConfig): boolean {
  const { autogen } = contractOf(pattern);
  return !('hasNoEvents' in autogen && autogen.hasNoEvents === true);
}
