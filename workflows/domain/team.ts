import type { Json } from './json.ts';
import type { KnowledgeUse } from './knowledge/knowledgeUse.ts';
import type { MemoryConfig } from './memory/registry.ts';
import type { ModelClient } from './model.ts';
import type { ModelContextConfig } from './modelContext/config.ts';
import type { PatternConfig } from './patterns/registry.ts';
import type { Asking } from './tasks/asking.ts';
import type { InputDeadline } from './tasks/kinds/giveInput.ts';
import type { ReviewDeadline } from './tasks/kinds/reviewMessage.ts';
import type { TerminationCondition } from './terminations/condition.ts';
import type { WaitUntilTool } from './tools/kinds/waitUntil.ts';
import type { ToolKindName, ToolsByKind } from './tools/registry.ts';

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

export type ParticipantKind = Participant['kind'];

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
  /** What it knows from documents; absent: nothing. */
  knowledge?: KnowledgeUse[] | undefined;
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
  /** Whether a person reviews its messages before the others see them; null: nobody. */
  review: ReviewPolicy | null;
}

/**
 * An agent's tool: a source of tools that a worker calls, a participant whose answer is the result, or a wait of the conversation's own.
 */
export type AgentTool = ToolsByKind<Within>[ToolKindName];

export type ParticipantTool = ToolsByKind<Within>['participant'];

/** Where tools come from that a worker calls: one tool, or a server that offers several (AutoGen's workbench). */
export type ToolSource = Exclude<AgentTool, { participant: unknown } | WaitUntilTool>;

/** The participants that may be used as tools: all except persons. */
export type ToolParticipant = Exclude<Participant, PersonParticipant>;

/**
 * Types that nest in each other and so can't refer to themselves: teams have participants, and participants have
 * teams.
 */
interface Within {
  behindTool: ToolParticipant;
}

export interface Handoff {
  /** A participant, or a name that a handoff condition waits for ("user"). */
  target: string;
  description: string;
  /** The tool's name. */
  name: string;
  message: string;
}

export interface StructuredOutput {
  /** The schema's name in the request. */
  name: string;
  /** JSON Schema of an object. */
  schema: Json;
  /** The message as text: `{field}` is replaced by a field; null: as JSON. */
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

/** A team that takes turns in another one; its members' messages are visible to all. */
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
  /** The question to the person when it is their turn. */
  prompt: string;
  deadlineSeconds: number;
  onDeadline: InputDeadline;
  /** Who takes them; absent: any member of the project. */
  asking?: Asking | undefined;
}

export interface ReviewPolicy {
  deadlineSeconds: number;
  onDeadline: ReviewDeadline;
  /** Who reviews; absent: any member of the project. */
  asking?: Asking | undefined;
}

export interface ToolPolicy {
  /** A tool's name; "*": every tool. */
  tool: string;
  approval: ToolApproval;
  /** Limits of one call. */
  timeoutSeconds: number;
  maxResultBytes: number;
  /** Whether a call may be repeated if the outcome of an earlier attempt is unknown. */
  idempotent: boolean;
  /** Who is asked for approval; absent: any member of the project. */
  asking?: Asking | undefined;
}

export type ToolApproval =
  | { kind: 'never' }
  | { kind: 'always' }
  /** Where this CEL expression over `tool`, `agent` and `arguments` holds (or can't be evaluated). */
  | { kind: 'when'; expression: string }
  /** Where documents have been read in the conversation: what they say may have led to the call. */
  | { kind: 'after_documents' };

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
