import type { RecordedStep, ReplayDifference, TodaysStep } from './verdict.ts';

/** One event of a history, as far as a difference is told by it. */
export interface RecordedEvent {
  eventId: number;
  /** As Temporal names it, such as ACTIVITY_TASK_SCHEDULED. */
  type: string;
  /** Of an activity its type, of a timer its id, and so on. */
  name: string | null;
  activityId: string | null;
}

/** What a worker says of a replay that failed. */
export interface ReplayFailure {
  /** Whether it is about another step than the recorded one, and not an error of the code. */
  isDifference: boolean;
  words: string;
}

const STEPS: Readonly<Record<string, RecordedStep['kind']>> = {
  ACTIVITY_TASK_SCHEDULED: 'activity',
  TIMER_STARTED: 'timer',
  START_CHILD_WORKFLOW_EXECUTION_INITIATED: 'child_workflow',
  WORKFLOW_EXECUTION_COMPLETED: 'complete',
  WORKFLOW_EXECUTION_FAILED: 'fail',
  WORKFLOW_EXECUTION_CANCELED: 'cancel',
  WORKFLOW_EXECUTION_CONTINUED_AS_NEW: 'continue_as_new',
  MARKER_RECORDED: 'marker',
  UPSERT_WORKFLOW_SEARCH_ATTRIBUTES: 'attributes',
  WORKFLOW_PROPERTIES_MODIFIED: 'attributes',
  WORKFLOW_EXECUTION_UPDATE_ACCEPTED: 'update',
  WORKFLOW_EXECUTION_UPDATE_COMPLETED: 'update',
};

/** The worker's names of what stands for a step that the code has taken. */
const MACHINES: Readonly<Record<string, RecordedStep['kind']>> = {
  Activity: 'activity',
  Timer: 'timer',
  'Child workflow': 'child_workflow',
  'Complete workflow': 'complete',
  'Fail workflow': 'fail',
  'Cancel workflow': 'cancel',
  'Continue as new workflow': 'continue_as_new',
  UpsertWorkflowSearchAttributesMachine: 'attributes',
  ModifyWorkflowPropertiesMachine: 'attributes',
  Update: 'update',
};

const MACHINE = /(?:^|: )([A-Z][A-Za-z ]*?)(?: machine)? does not handle this event/;
const OTHER_TYPE =
  /type of scheduled event '([^']*)' does not match activity type of (?:local )?activity command '([^']*)'/;
const OTHER_ID = /Activity id of scheduled event '([^']*)' does not match activity id of/;
const EVENT = /HistoryEvent\(id: (\d+)/;
const NO_COMMAND = /No command scheduled for event/;
/** The quoted message within what the worker prints of a failure. */
const MESSAGE = /message: "((?:[^"\\]|\\.)*)"/;

/**
 * Where and how today's code leaves the recording, by what the worker says of it. `round` are the events among which
 * it happened: those between the last two answers of the workflow's code, in order.
 */
export function differenceOf(
  { isDifference, words }: ReplayFailure,
  round: readonly RecordedEvent[],
): ReplayDifference {
  const raw = innerMessage(words);
  if (!isDifference) {
    const last = round.at(-1) ?? null;
    return { ...placeOf(last), recorded: null, today: { kind: 'error', name: raw }, raw };
  }
  const type = OTHER_TYPE.exec(raw);
  if (type !== null) {
    const event = round.find((each) => isActivity(each) && each.name === type[1]) ?? null;
    const recorded: RecordedStep = { kind: 'activity', name: type[1] ?? null };
    return { ...placeOf(event), recorded, today: { kind: 'activity', name: type[2] ?? null }, raw };
  }
  const id = OTHER_ID.exec(raw);
  const place = EVENT.exec(raw);
  const event =
    id !== null
      ? round.find((each) => isActivity(each) && each.activityId === id[1])
      : round.find(({ eventId }) => eventId === Number(place?.[1]));
  const recorded = event === undefined ? null : recordedStep(event);
  if (event === undefined && place !== null) {
    return { eventId: Number(place[1]), eventType: null, recorded: null, today: todaysStep(raw), raw };
  }
  return { ...placeOf(event ?? null), recorded, today: todaysStep(raw), raw };
}

/** What the code did by an event that it brought about; another event by its type. */
export function recordedStep({ type, name }: RecordedEvent): RecordedStep {
  const kind = STEPS[type];
  return kind === undefined ? { kind: 'other', name: type } : { kind, name };
}

function todaysStep(raw: string): TodaysStep {
  if (NO_COMMAND.test(raw)) return { kind: 'nothing', name: null };
  const kind = MACHINES[MACHINE.exec(raw)?.[1] ?? ''];
  return kind === undefined ? { kind: 'unknown', name: null } : { kind, name: null };
}

function placeOf(event: RecordedEvent | null): Pick<ReplayDifference, 'eventId' | 'eventType'> {
  return { eventId: event?.eventId ?? null, eventType: event?.type ?? null };
}

function isActivity({ type }: RecordedEvent): boolean {
  return type === 'ACTIVITY_TASK_SCHEDULED';
}

/** The message itself, of the failure that it is printed in. */
function innerMessage(words: string): string {
  const inner = MESSAGE.exec(words)?.[1];
  return (inner ?? words).replace(/\\(["\\n])/g, (_match, character: string) =>
    character === 'n' ? '\n' : character,
  );
}
