import type { MessageFacts } from '../message.ts';
import type { ManagerWork, PatternState } from '../patterns/registry.ts';
import type { EndState } from '../recordStates.ts';
import type { HumanTask, Resolution } from '../tasks/registry.ts';
import type { TerminationState } from '../terminations/condition.ts';

/** The state of a team's run; the conversation's own team, or an inner one. */
export interface TeamState {
  pattern: PatternState;
  termination: TerminationState | null;
  /** Turns taken in this run. */
  turnsTaken: number;
  /** Messages that the termination condition has not observed yet. */
  unchecked: MessageFacts[];
  /** What model calls without a message have cost since the last check: a manager's, a society's inside, summaries. */
  silentCostMicroUsd: number;
  /** The number of the current turn. */
  turn: number;
  /** The speakers of the current turn (or the manager that chooses them) and their steps; empty between turns. */
  active: ActiveSpeaker[];
  /** The speakers of the current turn that are done, in the order in which they finished. */
  arrived: string[];
  /** The number for the event that says who was selected; null if there is none. */
  announce: number | null;
  /** How the run ended; null while it continues. */
  outcome: Outcome | null;
}

/** A conversation's state: plain JSON of bounded size, passed through continue-as-new and stored with each turn. */
export interface ConversationState extends TeamState {
  /** Inner teams by scope; one that starts fresh each time is here only while it runs. */
  inner: Record<string, InnerTeamState>;
  /** The number that the next turn gets, of whatever team. */
  nextTurn: number;
  /** The sequence number that the next message gets. */
  nextSeq: number;
  /** Which run of the conversation this is, from 0. */
  run: number;
  paused: boolean;
  /** Why it has to stop as soon as no model call is running; null: it continues. */
  stop: string | null;
  /** Whether external conditions are to fire at their next check (AutoGen's ExternalTermination.set). */
  external: boolean;
  /** Tools that a person has approved for this run, as `AGENT.TOOL`. */
  approvedTools: string[];
  /** Ids of the newest submissions taken in, so that one sent twice counts once; see TAKEN_KEPT. */
  taken: string[];
}

/** An inner team with all that it has said in its run, which is its turn in the outer team. */
export interface InnerTeamState extends TeamState {
  said: MessageFacts[];
}

export interface ActiveSpeaker {
  speaker: string;
  /** The place that the next message of this turn gets. */
  seq: number;
  /** It has read the others' messages with a lower seq. */
  readBefore: number;
  /** What it has said in this turn so far, events included. */
  messages: MessageFacts[];
  step: SpeakerStep;
  /** Places of the agent's tools that a person has left out of this turn, as they could not be reached. */
  leftOut?: number[];
}

/** What a speaker does now. */
export type SpeakerStep =
  /** It is to be asked for what it wants to say. */
  | { kind: 'ask' }
  /** Its model is asked, after `iteration` rounds of tool calls. */
  | { kind: 'reply'; iteration?: number; purpose?: ReplyPurpose }
  /** The tools that it has called. */
  | { kind: 'tools'; iteration: number; requestSeq: number; handsOff: boolean; calls: CallStep[] }
  /** What the tools gave is written down. */
  | { kind: 'results'; iteration: number; requestSeq: number; then: AfterResults }
  /** Code that it wrote, or was sent, is run. */
  | { kind: 'run_code'; attempt: number }
  /** Its inner team is given the messages that are new to it. */
  | { kind: 'open_inner'; scope: string }
  /** Its inner team works. */
  | { kind: 'inner'; scope: string }
  /** A manager's model is asked. */
  | { kind: 'manage'; work: ManagerWork }
  /** It waits on a person. After an error it goes back to the step that failed. */
  | { kind: 'task'; task: HumanTask; failed?: RetriedStep }
  | { kind: 'settle'; task: HumanTask; resolution: Resolution; failed?: RetriedStep }
  | { kind: 'done' };

/** A step that an activity carries out, and that can fail. */
export type RetriedStep = Extract<
  SpeakerStep,
  { kind: 'reply' | 'results' | 'run_code' | 'open_inner' | 'manage' }
>;

/**
 * What a model is asked for in an agent's turn: its reply, its tools' results in words, or a summary of an inner
 * team's work.
 */
export type ReplyPurpose = 'reply' | 'reflection' | 'society';

/** What comes after a round of tool calls. */
export type AfterResults = 'reply' | 'reflection' | 'summary' | 'handoff';

/** One tool call of a round. */
export interface CallStep {
  index: number;
  tool: string;
  /** Whether it may be repeated if the outcome of an earlier attempt is unknown. */
  idempotent: boolean;
  /** Calls of one lane are made one after another, in their order. */
  lane?: number;
  /** How many people have to allow it where one is asked; absent: one. */
  quorum?: number;
  progress:
    /** A person is asked (`repeat`: whether to call it again, because the outcome of an earlier attempt is unknown). */
    | { kind: 'task'; task: HumanTask; repeat: boolean }
    | { kind: 'settle'; task: HumanTask; resolution: Resolution; repeat: boolean }
    /** It is carried out; `mayRepeat`: also if an earlier attempt may have been. */
    | { kind: 'run'; mayRepeat: boolean }
    /** An inner team is its tool. */
    | { kind: 'open_inner'; scope: string }
    | { kind: 'inner'; scope: string }
    | { kind: 'close_inner'; scope: string }
    | { kind: 'done' };
}

export interface Outcome {
  /** Failed: the run could not start with its task, or its pattern could not continue. */
  state: EndState;
  /** AutoGen's words where it has some; null: it gives no reason. */
  stopReason: string | null;
  /** It has taken as many turns as it may. */
  atTurnLimit?: true;
}

/**
 * How many submission ids are remembered. A repeat comes from a retry within minutes, and a conversation gets only a
 * few posts in that time; the limit keeps the state small.
 */
export const TAKEN_KEPT = 100;
