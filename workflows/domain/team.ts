import type { Json } from './json.ts';
import type { ModelClient } from './model.ts';
import type { ModelContextConfig } from './modelContext/config.ts';
import type { PatternConfig } from './patterns/registry.ts';
import type { InputDeadline } from './tasks/kinds/giveInput.ts';
import type { ReviewDeadline } from './tasks/kinds/reviewMessage.ts';
import type { TerminationCondition } from './terminations/condition.ts';
import type { ToolSource } from './tool.ts';

/** What a team is: plain JSON, immutable once stored as a version. */
export interface TeamConfig {
  /** AutoGen's name of the team, kept for export; null: the pattern's default. */
  name: string | null;
  description: string;
  pattern: PatternConfig;
  participants: Participant[];
  /** When the conversation is over; null: only its turn limit, its pattern or a person ends it. */
  termination: TerminationCondition | null;
  /** A run ends after this many turns; null: no limit. */
  maxTurns: number | null;
  /** Whether the transcript says who was selected (AutoGen's emit_team_events). */
  emitTeamEvents: boolean;
  /** What may be called without asking, how long and how large; the first that names a tool counts for it. */
  toolPolicies: ToolPolicy[];
}

export type Participant =
  AgentParticipant | CodeExecutorParticipant | SocietyParticipant | TeamParticipant | PersonParticipant;

/** A participant whose turns are taken by a model; AutoGen's AssistantAgent. */
export interface AgentParticipant {
  kind: 'agent';
  name: string;
  description: string;
  /** Empty: none. */
  systemMessage: string;
  /** Null: the deployment's default model. */
  model: ModelClient | null;
  tools: AgentTool[];
  handoffs: Handoff[];
  context: ModelContextConfig;
  memory: MemoryConfig[];
  /** How often tools may be called before the turn ends; at least 1. */
  maxToolIterations: number;
  /** Whether the model puts tool results into words; else they are the message. */
  reflectOnToolUse: boolean;
  /** For a message made of tool results: {tool_name}, {arguments}, {result}, {is_error}. */
  toolCallSummaryFormat: string;
  /** The reply is JSON of this shape; null: text. */
  output: StructuredOutput | null;
  /** Which of the others' messages it is shown; null: all. */
  filter: MessageFilter | null;
  /** Whether a person reads its messages before the others do; null: nobody. */
  review: ReviewPolicy | null;
}

/** A tool source, or a participant whose answer is a tool's result (AutoGen's AgentTool and TeamTool). */
export type AgentTool = ToolSource | ParticipantTool;

export interface ParticipantTool {
  kind: 'participant';
  name: string;
  description: string;
  /** An agent's tool is its reply to the task; a team's is its last message, or all with `source: text`. */
  participant: AgentParticipant | CodeExecutorParticipant | SocietyParticipant | TeamParticipant;
  returnsLastOnly: boolean;
}

export interface Handoff {
  /** A participant, or a name that a handoff condition waits for ("user"). */
  target: string;
  description: string;
  /** The tool's name. */
  name: string;
  message: string;
}

/** Contents that are put before an agent's model at each of its turns (AutoGen's ListMemory). */
export interface MemoryConfig {
  kind: 'list';
  name: string | null;
  contents: { content: string; mimeType: string }[];
}

export interface StructuredOutput {
  /** The schema's name in the request. */
  name: string;
  /** JSON Schema of an object. */
  schema: Json;
  /** How the message reads as text: `{field}` stands for a field; null: as JSON. */
  formatString: string | null;
}

/** AutoGen's MessageFilterAgent: for each source in order, all, its first or its last messages. */
export interface MessageFilter {
  perSource: { source: string; position: 'first' | 'last' | null; count: number | null }[];
}

/** AutoGen's CodeExecutorAgent: runs the Python blocks that it is sent, or that its model writes. */
export interface CodeExecutorParticipant {
  kind: 'code_executor';
  name: string;
  description: string;
  systemMessage: string;
  /** Who writes code: "none" runs the blocks of others' messages; null: the deployment's default model. */
  model: ModelClient | 'none' | null;
  context: ModelContextConfig;
  /** Whose messages are looked at for code; null: everybody's. */
  sources: string[] | null;
  maxRetriesOnError: number;
  supportedLanguages: string[];
  timeoutSeconds: number;
}

/** AutoGen's SocietyOfMindAgent: an inner team works, a model puts its work into one answer. */
export interface SocietyParticipant {
  kind: 'society';
  name: string;
  description: string;
  team: TeamConfig;
  model: ModelClient | null;
  instruction: string;
  responsePrompt: string;
  context: ModelContextConfig;
}

/** A team that takes turns in another one; what its members say is said to all. */
export interface TeamParticipant {
  kind: 'team';
  name: string;
  description: string;
  team: TeamConfig;
}

/** A participant whose turns are taken by a person; AutoGen's UserProxyAgent. */
export interface PersonParticipant {
  kind: 'person';
  name: string;
  description: string;
  /** What the person is asked when it is their turn. */
  prompt: string;
  deadlineSeconds: number;
  onDeadline: InputDeadline;
}

export interface ReviewPolicy {
  deadlineSeconds: number;
  onDeadline: ReviewDeadline;
}

export interface ToolPolicy {
  /** A tool's name; "*": every tool. */
  tool: string;
  approval: ToolApproval;
  /** Limits of one call. */
  timeoutSeconds: number;
  maxResultBytes: number;
  /** Whether a call may be made again where nobody knows whether an earlier attempt was carried out. */
  idempotent: boolean;
}

export type ToolApproval =
  | { kind: 'never' }
  | { kind: 'always' }
  /** Where this CEL expression over `tool`, `agent` and `arguments` holds (or can't be evaluated). */
  | { kind: 'when'; expression: string };

/** What counts for a tool that no policy names. */
export const DEFAULT_TOOL_POLICY: ToolPolicy = {
  tool: '*',
  approval: { kind: 'never' },
  timeoutSeconds: 60,
  maxResultBytes: 64 * 1024,
  idempotent: false,
};

/** A team with the defaults of AutoGen for what is not given. */
export function team(fields: Pick<TeamConfig, 'participants'> & Partial<TeamConfig>): TeamConfig {
  return {
    name: null,
    description: 'A team of agents.',
    pattern: { kind: 'round_robin' },
    termination: null,
    maxTurns: null,
    emitTeamEvents: false,
    toolPolicies: [],
    ...fields,
  };
}

/** An agent with the defaults of AutoGen for what is not given. */
export function agent(fields: Pick<AgentParticipant, 'name'> & Partial<AgentParticipant>): AgentParticipant {
  return {
    kind: 'agent',
    description: 'An agent that provides assistance with ability to use tools.',
    systemMessage:
      'You are a helpful AI assistant. Solve tasks using your tools. Reply with TERMINATE when the task has been completed.',
    model: null,
    tools: [],
    handoffs: [],
    context: { kind: 'unbounded' },
    memory: [],
    maxToolIterations: 1,
    reflectOnToolUse: false,
    toolCallSummaryFormat: '{result}',
    output: null,
    filter: null,
    review: null,
    ...fields,
  };
}
