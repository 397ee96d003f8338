import type { Citation, CitedPassage } from '../../../../workflows/domain/knowledge/citations.ts';
import type { MessageType } from '../../../../workflows/domain/message.ts';
import type { MessageStatus } from '../../../../workflows/domain/recordStates.ts';
import type { Ending } from '../../../../workflows/domain/transcript/ending.ts';
import type { MemoryContent, MessageBody } from '../../../../workflows/domain/transcript/entry.ts';
import type { ApartText, Cuts } from '../../views/text/shownText.ts';

type HandoffBody = Extract<MessageBody, { kind: 'handoff' }>;
type TaskBody = Extract<MessageBody, { kind: 'task' }>;

/** A MessageBody as it comes through a loader, which can turn an absent field into an undefined one. */
export type MessageBodyView =
  | Exclude<MessageBody, HandoffBody | TaskBody>
  | (Omit<HandoffBody, 'asked'> & { asked?: true | undefined })
  | { kind: 'task'; messages: Omit<TaskBody['messages'][number], 'body'>[] };

/** A message of the transcript; times are ISO strings. */
export interface MessageView {
  id: string;
  seq: number;
  /** The transcript is ordered by (position, seq). */
  position: number;
  turn: number;
  run: number;
  /** The team that the message belongs to: "" for the conversation's own, otherwise the path of an inner team. */
  scope: string;
  type: MessageType;
  source: string;
  content: string;
  /** The other fields of its type. */
  body: MessageBodyView | null;
  thought: string | null;
  /** How the model's answer ended, if not normally. */
  ending: Ending | null;
  memories: MemoryContent[][] | null;
  /** What the marks in it mean; null: nothing was looked up for it. */
  citations: Citation[] | null;
  /** What was looked up in documents in its turn until then; null as `citations` is. */
  lookUps: LookUpView[] | null;
  /** Whether it is an outer team's message that was given to an inner team as its task. */
  copied: boolean;
  /** Tokens of the model call that produced it. */
  usage: { promptTokens: number; completionTokens: number } | null;
  status: MessageStatus;
  draftContent: string | null;
  feedback: string | null;
  /** Who posted, answered or last edited it. */
  person: string | null;
  modelCallId: string | null;
  revision: number;
  createdAt: string;
  /** A reset run has replaced it: it is no longer shown. */
  superseded: boolean;
  /** Which of its texts were cut. */
  cuts?: Cuts | undefined;
  /** Which of its texts are sent separately. */
  apart?: Record<string, ApartText> | undefined;
}

/** One look-up in documents: its question, and the passages that it found, best first. */
export interface LookUpView {
  /** By name, as the team names them. */
  collections: string[];
  question: string;
  latencyMs: number;
  passages: LookedUpPassage[];
}

/** A passage that was found. Its text is left out but for the beginning: its document has it. */
export interface LookedUpPassage extends Omit<CitedPassage, 'entryIds'> {
  /** By which the answer cites it. */
  number: number;
  /** From 0 to 1. */
  score: number;
  beginning: string;
}

/** The text so far of a message that is being written. */
export interface LiveTextView {
  seq: number;
  source: string;
  attempt: number;
  /** Its beginning, as far as it is shown while it arrives (LIVE_CHARACTERS). */
  text: string;
  /** Its length so far in UTF-16 characters, if it is longer than the beginning. */
  length?: number | undefined;
}
