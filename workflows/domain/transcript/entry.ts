import type { Json } from '../json.ts';
import type { MessageType } from '../message.ts';
import type { GiveBack } from '../providers/giveBack.ts';

/** One entry of a transcript. */
export interface TranscriptEntry {
  seq: number;
  /** Entries are read in the order of (position, seq). */
  position: number;
  /** Which team's: "" the conversation's own, else the path of an inner one. */
  scope: string;
  turn: number;
  run: number;
  type: MessageType;
  source: string;
  /** The message as text. */
  content: string;
  body: MessageBody | null;
  thought: string | null;
  /** What its model's provider wants to see again with it; absent or null: nothing. */
  giveBack?: GiveBack | null;
  /** One list for each memory that had something to say before the agent's model was asked. */
  memories: MemoryContent[][] | null;
  /** Of an agent's own message: it had read the others' with a lower seq. */
  readBefore: number | null;
  /** An outer team's message, given to an inner team as its task. */
  copied: boolean;
  /** Participants see nothing before it. */
  resets: boolean;
}

/** What a message's type has besides its text. */
export type MessageBody =
  /** ToolCallRequestEvent */
  | { kind: 'tool_calls'; calls: ProposedCall[] }
  /** ToolCallExecutionEvent */
  | { kind: 'tool_results'; results: CallResult[] }
  /** ToolCallSummaryMessage */
  | { kind: 'tool_summary'; calls: ProposedCall[]; results: CallResult[] }
  /** HandoffMessage */
  | { kind: 'handoff'; target: string; context: HandoffContext[]; asked?: true }
  /** StructuredMessage; `raw` is what the model wrote, `json` how others read it: compact, fields in the schema's order. */
  | { kind: 'structured'; value: Json; formatString: string | null; raw: string; json: string }
  /** MultiModalMessage */
  | { kind: 'multimodal'; parts: ContentPart[] }
  /** SelectSpeakerEvent */
  | { kind: 'speakers'; speakers: string[] }
  /** CodeGenerationEvent */
  | { kind: 'code'; retryAttempt: number; blocks: CodeBlock[] }
  /** CodeExecutionEvent */
  | { kind: 'code_result'; retryAttempt: number; exitCode: number }
  /** A Magentic-One plan: what its orchestrator knows. */
  | { kind: 'ledger'; task: string; facts: string; plan: string }
  /** The task of an inner team: messages of the outer one. */
  | { kind: 'task'; messages: TaskMessage[] }
  /** A person's requested text: AutoGen shows the request as a separate event. */
  | { kind: 'asked' };

/** A message as somebody writes it, before it has a place in a transcript. */
export interface TaskMessage {
  type: MessageType;
  source: string;
  content: string;
  body: MessageBody | null;
}

/** A tool call as a model proposes it; `arguments` is JSON text, or what the model took for that. */
export interface ProposedCall {
  id: string;
  name: string;
  arguments: string;
}

export interface CallResult {
  callId: string;
  name: string;
  content: string;
  isError: boolean;
}

/** What travels with a handoff: what the agent's other tools did, or what it thought. */
export type HandoffContext =
  | {
      kind: 'assistant_calls';
      source: string;
      calls: ProposedCall[];
      thought: string | null;
      giveBack?: GiveBack | undefined;
    }
  | { kind: 'assistant_text'; source: string; content: string }
  | { kind: 'user_text'; source: string; content: string }
  | { kind: 'results'; results: CallResult[] };

export type ContentPart =
  { kind: 'text'; text: string } | { kind: 'image'; mediaType: string; base64: string };

export interface MemoryContent {
  content: string;
  mimeType: string;
}

export interface CodeBlock {
  language: string;
  code: string;
}

/** Whether an entry belongs to a team's transcript or to one of the given inner teams, at any depth. */
export function isWithin(entryScope: string, scope: string): boolean {
  return entryScope === scope || entryScope.startsWith(scope === '' ? '' : `${scope}/`);
}
