import { describe, expect, it } from '@jest/globals';
import { agent, team } from '../../worker/test/teams.ts';
import { modelClient } from '../domain/model.ts';
import type { GraphConfig, GraphEdge } from '../domain/patterns/kinds/graph/graph.ts';
import { DEFAULT_TOOL_POLICY, type Participant, type TeamConfig } from '../domain/team.ts';
import { inEnglish } from './findings/finding.ts';
import { teamConfigSchema } from './team.ts';

const customer: Participant = {
  kind: 'person',
  name: 'customer',
  description: '',
  prompt: 'What do you think?',
  deadlineSeconds: 60,
  onDeadline: 'skip',
};
const valid = team([agent('writer'), customer]);
const first = { ...agent('writer') };

/** What is wrong with a team, as "path: message". */
function refusals(config: unknown): string[] {
  const parsed = teamConfigSchema.safeParse(config);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${inEnglish(message)}`);
}

describe('an agent that is refused', () => {
  const BAD_NAME = 'A name starts with a letter or _ and has only letters, digits and _; rename it';

  it.each(['规划', 'prüfer', 'खोज', 'منصوبہ', '_', 'ªb', '__proto__', 'constructor', 'x'.repeat(200)])(
    'is none by its name: %s',
    (name) => {
      expect(refusals(team([{ ...first, name }, customer]))).toEqual([]);
    },
  );

  it.each([
    ['a name with a space', { name: 'the writer' }, `name: ${BAD_NAME}`],
    ['a name that starts with a digit', { name: '1st' }, `name: ${BAD_NAME}`],
    ['a name of 201 characters', { name: 'a'.repeat(201) }, 'name: Has more than 200 characters; shorten it'],
    [
      'a description that is too long',
      { description: 'x'.repeat(10_001) },
      'description: Has more than 10,000 characters; shorten it',
    ],
    [
      'a prompt that is too long',
      { systemMessage: 'x'.repeat(100_001) },
      'systemMessage: Has more than 100,000 characters; shorten it',
    ],
    ['no prompt', { systemMessage: undefined }, 'systemMessage: Is missing; add it: a text in quotes'],
    [
      'a model without a name',
      { model: modelClient({ model: '' }) },
      'model.model: Is empty; write something here',
    ],
    [
      'a key where the name of a secret belongs',
      { model: modelClient({ model: 'm', apiKeySecret: 'sk-abc' }) },
      'model.apiKeySecret: The name of a secret has only letters, digits and _; never put the secret itself here',
    ],
    [
      'an address of another kind',
      { model: modelClient({ model: 'm', baseUrl: 'file:///etc' }) },
      'model.baseUrl: Must be an address that begins with http:// or https://',
    ],
    ['no tool iterations', { maxToolIterations: 0 }, 'maxToolIterations: Must be at least 1; raise it'],
    [
      'a context that nobody knows',
      { context: { kind: 'endless' } },
      'context.kind: Must be one of "unbounded", "buffered", "head_and_tail", "token_limited", "summarizing"',
    ],
    [
      'a tool that nobody knows',
      { tools: [{ kind: 'magic' }] },
      'tools.0.kind: Must be one of "python", "http", "mcp_stdio", "mcp_http", "participant", "wait_until"',
    ],
    [
      'a review without time',
      { review: { deadlineSeconds: 0, onDeadline: 'approve' } },
      'review.deadlineSeconds: Must be at least 1; raise it',
    ],
    [
      'a review of more than a year',
      { review: { deadlineSeconds: 366 * 24 * 60 * 60 + 1, onDeadline: 'approve' } },
      'review.deadlineSeconds: Must be at most 31,622,400; lower it',
    ],
    [
      'a deadline that no review knows',
      { review: { deadlineSeconds: 60, onDeadline: 'skip' } },
      'review.onDeadline: Must be one of "approve", "discard", "stop"',
    ],
  ])('has %s', (_what, change, refusal) => {
    expect(refusals({ ...valid, participants: [{ ...first, ...change }] })).toEqual([
      `participants.0.${refusal}`,
    ]);
  });

  it('has a field that no agent has', () => {
    expect(refusals({ ...valid, participants: [{ ...first, tool: [] }] })).toEqual([
      'participants.0: Has no field "tool"; remove it',
    ]);
  });

  const python = (name: string) => ({
    kind: 'python' as const,
    name,
    description: '',
    source: 'def f(): pass',
    imports: [],
  });
  const handoff = (name: string) => ({ target: 'user', description: '', name, message: '' });

  it('has two tools, two handoffs or a tool and a handoff of one name', () => {
    const doubled = agent('writer', {
      tools: [python('pay'), python('pay')],
      handoffs: [handoff('pay'), handoff('go'), handoff('go')],
    });
    expect(refusals(team([doubled]))).toEqual([
      'participants.0.tools.1.name: Two tools are named pay; rename one',
      'participants.0.handoffs.0.name: A tool and a handoff are named pay; rename one',
      'participants.0.handoffs.2.name: Two handoffs are named go; rename one',
    ]);
  });

  it('has handoffs for a model that can’t call functions', () => {
    const weak = agent('writer', { model: modelClient({ model: 'o1-mini' }), handoffs: [handoff('go')] });
    expect(refusals(team([weak]))).toEqual([
      'participants.0.model: o1-mini can’t call functions and so can’t hand over; choose another model, or remove the handoffs',
    ]);
  });

  it('stands behind another agent’s tool', () => {
    const inner = agent('inner', { tools: [python('pay'), python('pay')] });
    const tool = {
      kind: 'participant' as const,
      name: 'inner',
      description: '',
      participant: inner,
      returnsLastOnly: true,
    };
    expect(refusals(team([agent('boss', { tools: [tool] })]))).toEqual([
      'participants.0.tools.0.participant.tools.1.name: Two tools are named pay; rename one',
    ]);
    expect(
      refusals(
        team([agent('boss', { tools: [{ ...tool, participant: { ...inner, tools: [], name: '' } }] })]),
      ),
    ).toEqual(
      expect.arrayContaining(['participants.0.tools.0.participant.name: Is empty; write something here']),
    );
  });
});

describe('a team that is refused', () => {
  it.each([
    ['no participants', { participants: [] }, 'participants: A team has at least one participant; add one'],
    [
      'more than a hundred participants',
      { participants: Array.from({ length: 101 }, (_, index) => agent(`a${String(index)}`)) },
      'participants: Has more than 100 entries; remove some',
    ],
    [
      'a pattern that nobody knows',
      { pattern: { kind: 'anarchy' } },
      'pattern.kind: Must be one of "round_robin", "single_agent", "swarm", "graph", "selector", "magentic_one"',
    ],
    ['a turn limit of none', { maxTurns: 0 }, 'maxTurns: Must be at least 1; raise it'],
    [
      'a person whose deadline reads as a review’s',
      { participants: [{ ...customer, onDeadline: 'approve' }] },
      'participants.0.onDeadline: Must be one of "skip", "stop"',
    ],
    [
      'a condition without branches',
      { termination: { kind: 'or', conditions: [] } },
      'termination.conditions: Is empty; add a condition',
    ],
    [
      'a message limit of none, deep in a tree',
      {
        termination: {
          kind: 'or',
          conditions: [
            { kind: 'external' },
            {
              kind: 'and',
              conditions: [{ kind: 'max_messages', maxMessages: 0, includeAgentEvents: false }],
            },
          ],
        },
      },
      'termination.conditions.1.conditions.0.maxMessages: Must be at least 1; raise it',
    ],
    [
      'a mention of nothing',
      { termination: { kind: 'text_mention', text: '', sources: null } },
      'termination.text: Is empty; write something here',
    ],
    [
      'a mention from nobody',
      { termination: { kind: 'text_mention', text: 'APPROVE', sources: [] } },
      'termination.sources: Is empty; name a participant',
    ],
    [
      'a token limit without a limit',
      { termination: { kind: 'token_usage', maxTotal: null, maxPrompt: null, maxCompletion: null } },
      'termination: Has no limit; set maxTotal, maxPrompt or maxCompletion',
    ],
    ['a field that no team has', { owner: 'me' }, ': Has no field "owner"; remove it'],
  ])('has %s', (_what, change, refusal) => {
    expect(refusals({ ...valid, ...change })).toEqual([refusal]);
  });

  it('has two participants of one name, which is said at the later one', () => {
    expect(refusals(team([agent('writer'), customer, agent('writer')]))).toEqual([
      'participants.2.name: Two participants are named writer; rename one',
    ]);
  });

  it('has an agent with the name of whoever writes the task', () => {
    expect(refusals(team([agent('user')]))).toEqual([
      'participants.0.name: “user” is the author of the task; give the agent another name',
    ]);
  });

  it('has more conditions than its state can carry through every turn', () => {
    const conditions = Array.from({ length: 50 }, () => ({ kind: 'external' as const }));
    expect(refusals({ ...valid, termination: { kind: 'or', conditions } })).toEqual([
      'termination: A team has at most 50 termination conditions; remove some',
    ]);
  });

  it('is told everything that is wrong at once', () => {
    expect(refusals({ ...valid, participants: [], maxTurns: -1 })).toHaveLength(2);
  });

  it('is a selector of one', () => {
    const pattern = {
      kind: 'selector' as const,
      model: null,
      prompt: null,
      allowRepeatedSpeaker: false,
      maxAttempts: 3,
      candidateFilter: null,
      streaming: false,
      context: { kind: 'unbounded' as const },
    };
    expect(refusals(team([agent('a')], { pattern }))).toEqual([
      'participants: A selector chooses among at least two participants; add one',
    ]);
    expect(refusals(team([agent('a'), agent('b')], { pattern }))).toEqual([]);
  });

  it('is a swarm that begins with somebody who can’t hand over', () => {
    const society: Participant = {
      kind: 'society',
      name: 'society',
      description: '',
      team: valid,
      model: null,
      instruction: '',
      responsePrompt: '',
      context: { kind: 'unbounded' },
    };
    const pattern = { kind: 'swarm' as const };
    expect(refusals(team([society, agent('b')], { pattern }))).toEqual([
      'participants.0: A swarm begins with an agent or a person, who can hand over; put one first',
    ]);
    expect(refusals(team([agent('a'), society], { pattern }))).toEqual([]);
    expect(refusals(team([customer, agent('b')], { pattern }))).toEqual([]);
  });

  it('is a single agent of two', () => {
    expect(refusals(team([agent('a'), agent('b')], { pattern: { kind: 'single_agent' } }))).toEqual([
      'participants: Has several participants; keep one, or choose another pattern',
    ]);
  });

  it('holds a team where none may be, or too many in each other', () => {
    const inner = (config: TeamConfig): Participant => ({
      kind: 'team',
      name: 'inner team',
      description: '',
      team: config,
    });
    const handoffs = [{ target: 'b', description: '', name: 'transfer_to_b', message: '' }];
    const swarm = team([agent('a', { handoffs }), inner(valid)], { pattern: { kind: 'swarm' } });
    expect(refusals(swarm)).toEqual([
      'participants.1: Only these patterns may contain a team: round_robin, selector; put it into a society of mind, or choose another pattern',
    ]);
    const nested = (depth: number): TeamConfig => (depth === 1 ? valid : team([inner(nested(depth - 1))]));
    expect(refusals(nested(5))).toEqual([]);
    expect(refusals(nested(6))).toEqual([
      'participants: Contains teams nested more than 5 levels deep; nest fewer',
    ]);
  });

  it('has an inner team that would be refused', () => {
    const society: Participant = {
      kind: 'society',
      name: 'society',
      description: '',
      team: team([agent('a'), agent('a')]),
      model: null,
      instruction: '',
      responsePrompt: '',
      context: { kind: 'unbounded' },
    };
    expect(refusals(team([society]))).toEqual([
      'participants.0.team.participants.1.name: Two participants are named a; rename one',
    ]);
  });
});

describe('a graph', () => {
  type Edge = [target: string, more?: Partial<GraphEdge>];

  function graphTeam(
    edges: Record<string, Edge[]>,
    changes: Partial<TeamConfig> = {},
    start: string | null = null,
  ) {
    const nodes = Object.entries(edges).map(([name, out]) => ({
      name,
      activation: 'all' as const,
      edges: out.map(([target, more]) => ({
        target,
        condition: null,
        activationGroup: target,
        activationCondition: 'all' as const,
        ...more,
      })),
    }));
    const pattern: GraphConfig = { kind: 'graph', nodes, startNode: start };
    return team(
      ['a', 'b', 'c'].map((name) => agent(name)),
      { pattern, ...changes },
    );
  }

  it('that can run is taken', () => {
    expect(refusals(graphTeam({ a: [['b'], ['c']], b: [], c: [] }))).toEqual([]);
    expect(
      refusals(
        graphTeam(
          {
            a: [['b']],
            b: [
              ['a', { condition: 'AGAIN', activationGroup: 'loop' }],
              ['c', { condition: 'END' }],
            ],
            c: [],
          },
          {},
          'a',
        ),
      ),
    ).toEqual([]);
  });

  const again: Edge = ['a', { condition: 'AGAIN', activationGroup: 'loop' }];

  it.each<[string, TeamConfig, string[]]>([
    [
      'without nodes',
      graphTeam({}),
      ['pattern.nodes: A graph has at least one node; add one for each participant'],
    ],
    [
      'with a node that is no participant',
      graphTeam({ a: [['x']], x: [] }),
      ['pattern.nodes.1.name: No participant is named x; rename the node or add the participant'],
    ],
    [
      'with an edge to nowhere',
      graphTeam({ a: [['x'], ['b']], b: [] }),
      ['pattern.nodes.0.edges.0.target: No node is named x; add it, or choose another target'],
    ],
    [
      'with an unknown start',
      graphTeam({ a: [['b']], b: [] }, {}, 'x'),
      ['pattern.startNode: No node is named x; name an existing one'],
    ],
    [
      'without a start',
      graphTeam({ a: [['b']], b: [again, ['c', { condition: 'END' }]], c: [] }),
      ['pattern.startNode: Every node has a parent, so none can be the first; name the node to start with'],
    ],
    [
      'without a leaf',
      graphTeam({ a: [['b']], b: [again] }, {}, 'a'),
      ['pattern.nodes: Every node has an edge, so the graph can never end; add a node without edges'],
    ],
    [
      'with a mix of conditional edges and others',
      graphTeam({ a: [['b', { condition: 'YES' }], ['c']], b: [], c: [] }),
      [
        'pattern.nodes.0.edges: Some edges of a have a condition and some do not; give all of them one, or none',
      ],
    ],
    [
      'with edges of one group that disagree',
      graphTeam({ a: [['c']], b: [['c', { activationCondition: 'any' }]], c: [] }),
      [
        'pattern.nodes.1.edges.0.activationCondition: Other edges into c of the group c have "all"; use the same, or another group',
      ],
    ],
    [
      'with a loop that has no exit',
      graphTeam({ a: [['b']], b: [['a', { activationGroup: 'loop' }]], c: [] }, {}, 'a'),
      ['pattern.nodes: The loop a → b → a has no exit; give one of its edges a condition'],
    ],
    [
      'with a loop and nothing that ends it',
      graphTeam({ a: [['b']], b: [again, ['c', { condition: 'END' }]], c: [] }, { termination: null }, 'a'),
      ['termination: A graph with a loop needs a termination condition or a maximum of turns; add one'],
    ],
  ])('%s is refused', (_what, config, expected) => {
    expect(refusals(config)).toEqual(expected);
  });
});

describe('a team that is taken', () => {
  it('comes back as it was', () => {
    expect(teamConfigSchema.parse(valid)).toEqual(valid);
    expect(teamConfigSchema.parse(JSON.parse(JSON.stringify(valid)))).toEqual(valid);
  });

  it.each(['_', 'a', 'A1', '_under_score', 'a'.repeat(64)])('may have a participant named %s', (name) => {
    expect(refusals(team([agent(name)]))).toEqual([]);
  });
});

describe('whom a task asks', () => {
  const asking = {
    assignees: ['ada@example.test'],
    remindAfterSeconds: [10, 20],
    escalation: { afterSeconds: 30, to: ['ben@example.test'] },
  };
  const asked = (changes: object) =>
    team([
      agent('writer', { review: { deadlineSeconds: 60, onDeadline: 'stop', asking } }),
      { ...customer, asking: { ...asking, ...changes } },
    ]);

  it('is said of a person’s turns, of reviews and of approvals', () => {
    const config = { ...asked({}), toolPolicies: [{ ...DEFAULT_TOOL_POLICY, asking }] };
    expect(teamConfigSchema.parse(JSON.parse(JSON.stringify(config)))).toEqual(config);
  });

  it.each([
    [{ assignees: ['ada'] }, 'assignees.0: Must be an e-mail address'],
    [
      { escalation: { afterSeconds: 30, to: [] } },
      'escalation.to: Is empty; add an e-mail address, or do not escalate',
    ],
    [
      { remindAfterSeconds: [59, 60] },
      'remindAfterSeconds.1: The deadline is after 60 seconds, so this would never happen; choose an earlier time',
    ],
    [
      { escalation: { afterSeconds: 61, to: ['ben@example.test'] } },
      'escalation.afterSeconds: The deadline is after 60 seconds, so this would never happen; choose an earlier time',
    ],
    [{ voters: 2 }, ': Has no field "voters"; remove it'],
    [
      { quorum: { of: 2 } },
      'quorum: Several people can agree on an approval, not on what a person says; remove the quorum',
    ],
  ])('is refused where it is wrong: %j', (changes, refusal) => {
    expect(refusals(asked(changes))).toEqual([
      `participants.1.asking${refusal.startsWith(':') ? '' : '.'}${refusal}`,
    ]);
  });

  it.each([
    [2, ['ada@example.test', 'ben@example.test'], null],
    ['all', ['ada@example.test', 'ben@example.test'], null],
    [
      3,
      ['ada@example.test', 'ben@example.test', 'Ben@example.test'],
      'of: 3 have to agree and only 2 are asked; name more, or lower it',
    ],
    [
      1,
      ['ada@example.test', 'ben@example.test'],
      'of: One answer decides without a quorum; choose at least 2, or remove it',
    ],
    [
      'all',
      [],
      'of: Fewer than two people are asked, so they have nobody to agree with; name those who are asked, or remove the quorum',
    ],
    ['most', ['ada@example.test', 'ben@example.test'], 'of: Must be "all" or a whole number'],
  ])('has a quorum of %j of %j: %j', (of, assignees, refusal) => {
    const review = {
      deadlineSeconds: 60,
      onDeadline: 'stop',
      asking: { ...asking, assignees, quorum: { of } },
    };
    const config = { ...team([agent('writer')]), participants: [{ ...agent('writer'), review }] };
    expect(refusals(config as TeamConfig)).toEqual(
      refusal === null ? [] : [`participants.0.review.asking.quorum.${refusal}`],
    );
  });

  it('is refused in a review and in a policy as well', () => {
    const late = { ...asking, remindAfterSeconds: [700_000] };
    const review = { deadlineSeconds: 60, onDeadline: 'stop', asking: late } as const;
    const config = team([agent('writer', { review })], {
      toolPolicies: [{ ...DEFAULT_TOOL_POLICY, asking: late }],
    });
    expect(refusals(config).map((refusal) => refusal.split(':')[0])).toEqual([
      'participants.0.review.asking.remindAfterSeconds.0',
      'toolPolicies.0.asking.remindAfterSeconds.0',
    ]);
  });
});

describe('a team of version 0.1.0', () => {
  const agentThen = (name: string, model: string | null, temperature: number | null) => ({
    kind: 'agent',
    name,
    description: `${name} does its part.`,
    systemMessage: `You are ${name}.`,
    model,
    temperature,
    review: { deadlineSeconds: 60, onDeadline: 'approve' },
  });
  const then = {
    pattern: { kind: 'round_robin' },
    participants: [agentThen('writer', null, null), agentThen('critic', 'gpt-4o', 0.5), customer],
    termination: {
      kind: 'or',
      conditions: [
        { kind: 'text_mention', text: 'APPROVE', sources: null },
        { kind: 'and', conditions: [{ kind: 'max_messages', maxMessages: 20 }, { kind: 'external' }] },
      ],
    },
    maxTurns: 7,
  };

  it('is taken, in today’s form', () => {
    const review = { deadlineSeconds: 60, onDeadline: 'approve' as const };
    const model = modelClient({ model: 'gpt-4o', parameters: { temperature: 0.5 } });
    expect(teamConfigSchema.parse(then)).toEqual(
      team([agent('writer', { review }), agent('critic', { review, model }), customer], {
        termination: {
          kind: 'or',
          conditions: [
            { kind: 'text_mention', text: 'APPROVE', sources: null },
            {
              kind: 'and',
              conditions: [
                { kind: 'max_messages', maxMessages: 20, includeAgentEvents: false },
                { kind: 'external' },
              ],
            },
          ],
        },
        maxTurns: 7,
      }),
    );
  });

  it('is refused with the same words where it is wrong', () => {
    expect(refusals({ ...then, participants: [agentThen('the writer', null, null)] })).toEqual([
      'participants.0.name: A name starts with a letter or _ and has only letters, digits and _; rename it',
    ]);
    expect(refusals({ ...then, participants: 'none' })).toEqual(['participants: Must be a list']);
  });
});

describe('a model client', () => {
  const asked = (fields: object) =>
    refusals(team([{ ...first, model: { ...modelClient({ model: 'm' }), ...fields } }, customer]));

  it.each([
    {},
    { dialect: 'vllm' },
    { provider: 'chat_completions', dialect: 'llama_cpp', stream: false },
    { provider: 'responses', stream: true, options: { background: true } },
    { provider: 'anthropic_messages', stream: false },
  ])('is taken: %j', (fields) => {
    expect(asked(fields)).toEqual([]);
  });

  it.each([
    [
      { provider: 'responses', dialect: 'openai' },
      'participants.0.model.dialect: Only chat_completions has dialects, and the provider is responses; remove one of the two',
    ],
    [
      { provider: 'anthropic_messages', options: { background: true } },
      'participants.0.model.options.background: The provider anthropic_messages has no option background; remove it, or choose another provider',
    ],
  ])('is refused: %j', (fields, refusal) => {
    expect(asked(fields)).toEqual([refusal]);
  });

  it.each([{ dialect: 'klingon' }, { stream: 'yes' }, { stream: null }])('is refused: %j', (fields) => {
    const [name] = Object.keys(fields);
    expect(asked(fields)).toEqual([expect.stringContaining(`participants.0.model.${String(name)}: `)]);
  });
});
