/** What came of running a recorded history through today's workflow code. */
export type ReplayVerdict =
  /** Today's code takes the same steps. */
  | ({ kind: 'agrees' } & ReplayMeasures)
  | ({ kind: 'differs'; difference: ReplayDifference } & ReplayMeasures)
  | ({ kind: 'refused' } & ReplayRefused);

/** Whether today's code can go on with the history. One that has been started and not begun has nothing that could differ. */
export function canGoOn(verdict: ReplayVerdict): boolean {
  return verdict.kind === 'agrees' || (verdict.kind === 'refused' && verdict.refusal === 'not_begun');
}

export interface ReplayMeasures {
  /** Of the history. */
  events: number;
  /** How long it took, by the clock. */
  ms: number;
  /** And of the processor's time. */
  processorMs: number;
}

/** The first place at which today's code takes another step than the recording has. */
export interface ReplayDifference {
  /** The event of the history; null where it can't be told. */
  eventId: number | null;
  /** Its type as Temporal names it, such as ACTIVITY_TASK_SCHEDULED. */
  eventType: string | null;
  /** What the recording did there; null where it did nothing. */
  recorded: RecordedStep | null;
  today: TodaysStep;
  /** The worker's own words. */
  raw: string;
}

/** The steps of a workflow that a history records. */
export const recordedSteps = [
  'activity',
  'timer',
  'child_workflow',
  'complete',
  'fail',
  'cancel',
  'continue_as_new',
  'marker',
  'attributes',
  'update',
  'other',
] as const;

export interface RecordedStep {
  kind: (typeof recordedSteps)[number];
  /** Of an activity, a timer, a child workflow or a marker; of another event its type. */
  name: string | null;
}

/** What today's code does instead. */
export type TodaysStep =
  | RecordedStep
  /** It takes no step there. */
  | { kind: 'nothing'; name: null }
  /** It throws: `name` has its words. */
  | { kind: 'error'; name: string }
  /** The worker does not say what. */
  | { kind: 'unknown'; name: null };

/** Why a history can't be replayed. */
export const replayRefusals = [
  /** Temporal has none of this conversation (any more). */
  'no_history',
  'not_json',
  'not_a_history',
  /** Events are missing, or stand in another order. */
  'not_whole',
  /** No step of the workflow is recorded yet. */
  'not_begun',
  /** A workflow that is none of Colloquy's. */
  'other_workflow',
  'too_large',
  'too_deep',
  'too_slow',
  'too_much_memory',
] as const;

export type ReplayRefusal = (typeof replayRefusals)[number];

/** Why a history can't be replayed, and what about it; null: there is no more to say. */
export interface ReplayRefused {
  refusal: ReplayRefusal;
  detail: RefusalDetail | null;
}

/** What a value of a history has to be. */
export type WantedValue =
  | 'list'
  | 'object'
  | 'base64'
  | 'text'
  | 'boolean'
  | 'number'
  | 'whole_number'
  | 'moment'
  /** One of a closed list of Temporal's. */
  | 'known_name';

export type RefusalDetail =
  /** In the words of the JSON parser. */
  | { kind: 'parser'; words: string }
  /** The value at a path is none that stands there. */
  | { kind: 'misfit'; path: string; wanted: WantedValue }
  /** It does not begin with the start of a workflow's run. */
  | { kind: 'no_start' }
  /** The event of this number is missing or stands elsewhere. */
  | { kind: 'gap'; event: number }
  | { kind: 'workflow_type'; name: string }
  | { kind: 'most_mib'; mib: number }
  | { kind: 'most_events'; events: number }
  | { kind: 'most_seconds'; seconds: number }
  | { kind: 'most_memory'; mib: number };
