import type { ChatRequest } from '../../ops/demo-model/wire.ts';
import type { GraphEdge } from '../../workflows/domain/patterns/kinds/graph/graph.ts';
import {
  agent as anyAgent,
  type AgentParticipant,
  DEFAULT_TOOL_POLICY,
  team,
  type TeamConfig,
} from '../../workflows/domain/team.ts';
import { calls, type ScriptedReply, text } from '../support/scriptedReply.ts';
import type { ToolServer } from '../support/toolServer.ts';

/** A short run of a team that always takes the same course: its models' answers depend only on what they are asked. */
export interface KillScenario {
  name: string;
  team: (tools: ToolServer) => TeamConfig;
  reply: (request: ChatRequest, rawBody: string) => ScriptedReply;
  /** Whether speakers work in parallel, so that their order in the transcript may vary. */
  isParallel?: true;
}

function agent(name: string, changes: Partial<AgentParticipant> = {}): AgentParticipant {
  return anyAgent({
    name,
    description: `${name} does its part.`,
    systemMessage: `You are ${name}.`,
    ...changes,
  });
}

const nameOf = ({ messages }: ChatRequest) => /You are (\w+)\./.exec(messages[0]?.content ?? '')?.[1] ?? '';
const saidBy = ({ messages }: ChatRequest) => messages.filter(({ role }) => role === 'assistant').length;
/** Every agent counts its own messages. */
const counting = (request: ChatRequest) => text(`${nameOf(request)} says ${String(saidBy(request) + 1)}`);
const pair = (changes: Partial<TeamConfig> = {}) =>
  team({ participants: [agent('chemist'), agent('physicist')], maxTurns: 2, ...changes });

const handoff = (target: string) => ({
  target,
  description: `Hand over to ${target}.`,
  name: `transfer_to_${target}`,
  message: `Over to ${target}.`,
});

const edge = (target: string): GraphEdge => ({
  target,
  condition: null,
  activationGroup: target,
  activationCondition: 'all',
});

function graphOf(edges: Record<string, string[]>): TeamConfig['pattern'] {
  const nodes = Object.entries(edges).map(([name, targets]) => ({
    name,
    edges: targets.map(edge),
    activation: 'all' as const,
  }));
  return { kind: 'graph', startNode: null, nodes };
}

function ledgerEntry(rawBody: string): ScriptedReply {
  const field = (answer: unknown) => ({ reason: 'So it is', answer });
  return text(
    JSON.stringify({
      is_request_satisfied: field(rawBody.includes('tester says')),
      is_in_loop: field(false),
      is_progress_being_made: field(true),
      next_speaker: field(rawBody.includes('coder says') ? 'tester' : 'coder'),
      instruction_or_question: field('Do your part.'),
    }),
  );
}

/** The agent looks something up, pays, looks something up again, and reports the results. */
function withTools(request: ChatRequest): ScriptedReply {
  const round = saidBy(request);
  if (round === 0) {
    return calls([
      { id: 'c1', name: 'look_up', arguments: { what: 'rates' } },
      { id: 'c2', name: 'pay', arguments: { what: 'rent' } },
    ]);
  }
  return round === 1
    ? calls([{ id: 'c3', name: 'look_up', arguments: { what: 'balance' } }])
    : text('All paid.');
}

function clerk(tools: ToolServer, idempotent: boolean): TeamConfig {
  return team({
    pattern: { kind: 'single_agent' },
    participants: [
      agent('clerk', { tools: [tools.tool('look_up'), tools.tool('pay')], maxToolIterations: 3 }),
    ],
    toolPolicies: [{ ...DEFAULT_TOOL_POLICY, idempotent }],
  });
}

/** The coder's first script fails, its second one succeeds; each runs long enough for a kill. */
function withCode(_request: ChatRequest, rawBody: string): ScriptedReply {
  const script = (last: string) => text(`\`\`\`python\nimport time\ntime.sleep(4)\n${last}\n\`\`\``);
  if (rawBody.includes('forty-two')) return text('It is forty-two.');
  return script(rawBody.includes('exited with an error') ? "print('forty' + '-two')" : 'raise SystemExit(3)');
}

/**
 * One scenario for every pattern, for tools that may and may not be called again, for a team as a tool, and for code.
 */
export const killScenarios: KillScenario[] = [
  {
    name: 'round robin',
    team: () => team({ participants: [agent('writer'), agent('critic')], maxTurns: 3 }),
    reply: counting,
  },
  {
    name: 'selector',
    team: () =>
      team({
        participants: [agent('writer'), agent('critic'), agent('editor')],
        pattern: {
          kind: 'selector',
          model: null,
          prompt: null,
          allowRepeatedSpeaker: false,
          maxAttempts: 2,
          candidateFilter: null,
          streaming: true,
          context: { kind: 'unbounded' },
        },
        emitTeamEvents: true,
        maxTurns: 3,
      }),
    reply: (request, rawBody) => {
      if (!rawBody.includes('role play game')) return counting(request);
      // The first answer names nobody; when asked again, it chooses.
      if (!rawBody.includes('No valid name')) return text('Let me think.');
      if (rawBody.includes('critic says')) return text('editor');
      return text(rawBody.includes('writer says') ? 'critic' : 'writer');
    },
  },
  {
    name: 'swarm',
    team: (tools) =>
      team({
        pattern: { kind: 'swarm' },
        participants: [
          agent('triage', { tools: [tools.tool('look_up')], handoffs: [handoff('sales')] }),
          agent('sales', { handoffs: [handoff('triage')] }),
        ],
        toolPolicies: [{ ...DEFAULT_TOOL_POLICY, idempotent: true }],
        maxTurns: 3,
      }),
    reply: (request) => {
      if (nameOf(request) === 'sales')
        return calls([{ id: 'h2', name: 'transfer_to_triage', arguments: {} }]);
      if (saidBy(request) > 0) return text('triage says the end');
      return calls([
        { id: 'c1', name: 'look_up', arguments: { what: 'customer' } },
        { id: 'h1', name: 'transfer_to_sales', arguments: {} },
      ]);
    },
  },
  {
    name: 'graph',
    team: () =>
      team({
        participants: ['lead', 'left', 'right', 'join'].map((name) => agent(name)),
        pattern: graphOf({ lead: ['left', 'right'], left: ['join'], right: ['join'], join: [] }),
      }),
    reply: counting,
    isParallel: true,
  },
  {
    name: 'Magentic-One',
    team: () =>
      team({
        participants: [agent('coder'), agent('tester')],
        pattern: {
          kind: 'magentic_one',
          model: null,
          maxStalls: 3,
          maxResets: null,
          finalAnswerPrompt: null,
        },
      }),
    reply: (request, rawBody) => {
      if (nameOf(request) !== '') return counting(request);
      if (rawBody.includes('pure JSON format')) return ledgerEntry(rawBody);
      if (rawBody.includes('We have completed the task')) return text('The answer.');
      return text(rawBody.includes('Fantastic.') ? 'The plan.' : 'The facts.');
    },
  },
  {
    name: 'society of mind',
    team: () =>
      team({
        participants: [
          {
            kind: 'society',
            name: 'jury',
            description: '',
            team: pair(),
            model: null,
            instruction: 'They said:',
            responsePrompt: 'Answer for them.',
            context: { kind: 'unbounded' },
          },
          agent('writer'),
        ],
        maxTurns: 2,
      }),
    reply: (request) => (nameOf(request) === '' ? text('jury says guilty') : counting(request)),
  },
  {
    name: 'nested team',
    team: () =>
      team({
        participants: [{ kind: 'team', name: 'lab', description: '', team: pair() }, agent('writer')],
        maxTurns: 3,
      }),
    reply: counting,
  },
  {
    name: 'team behind a tool',
    team: () =>
      team({
        pattern: { kind: 'single_agent' },
        participants: [
          agent('clerk', {
            tools: [
              {
                kind: 'participant',
                name: 'lab',
                description: 'Asks the lab.',
                returnsLastOnly: false,
                participant: { kind: 'team', name: 'lab', description: '', team: pair() },
              },
            ],
            reflectOnToolUse: true,
          }),
        ],
      }),
    reply: (request) => {
      if (nameOf(request) !== 'clerk') return counting(request);
      if (saidBy(request) > 0) return text('clerk says so');
      return calls([
        { id: 't1', name: 'lab', arguments: { task: 'Water?' } },
        { id: 't2', name: 'lab', arguments: { task: 'Salt?' } },
      ]);
    },
  },
  { name: 'tools that may be called again', team: (tools) => clerk(tools, true), reply: withTools },
  { name: 'tools that may not', team: (tools) => clerk(tools, false), reply: withTools },
  {
    name: 'code executor',
    team: () =>
      team({
        pattern: { kind: 'single_agent' },
        participants: [
          {
            kind: 'code_executor',
            name: 'coder',
            description: '',
            systemMessage: 'You write code.',
            model: null,
            context: { kind: 'unbounded' },
            sources: null,
            maxRetriesOnError: 1,
            supportedLanguages: ['python'],
            timeoutSeconds: 60,
          },
        ],
      }),
    reply: withCode,
  },
];
