import { assertNever } from '../domain/json.ts';
import type {
  RecordedStep,
  RefusalDetail,
  ReplayDifference,
  ReplayRefusal,
  ReplayVerdict,
  TodaysStep,
  WantedValue,
} from '../domain/replay/verdict.ts';

/** What came of a replay, in a sentence or two. */
export function replayText(verdict: ReplayVerdict): string {
  switch (verdict.kind) {
    case 'agrees':
      return `It agrees: today’s code takes the same steps through all ${String(verdict.events)} events.`;
    case 'differs':
      return differenceText(verdict.difference);
    case 'refused':
      return `It cannot be replayed: ${refusalText[verdict.refusal]} ${detailText(verdict.detail)}`.trim();
    default:
      return assertNever(verdict);
  }
}

/** Where and how today's code leaves the recording. */
export function differenceText({ eventId, recorded, today }: ReplayDifference): string {
  const place =
    eventId === null ? 'At an event that the worker does not name' : `At event ${String(eventId)}`;
  if (today.kind === 'error') {
    return `After what ${place.toLowerCase().replace('at ', '')} told it, today’s code fails: ${today.name}`;
  }
  return `${place}, ${recorded === null ? 'the recording has no such step' : `the recording ${recordedText(recorded)}`}; ${todaysText(today)}.`;
}

function recordedText({ kind, name }: RecordedStep): string {
  switch (kind) {
    case 'activity':
      return `scheduled ${name ?? 'an activity'}`;
    case 'timer':
      return 'set a timer';
    case 'child_workflow':
      return `started the workflow ${name ?? ''}`.trim();
    case 'complete':
      return 'ended the run';
    case 'fail':
      return 'let the run fail';
    case 'cancel':
      return 'ended the run as cancelled';
    case 'continue_as_new':
      return 'continued in a new history';
    case 'marker':
      return 'noted which version of the code it took';
    case 'attributes':
      return 'changed what Temporal shows of the run';
    case 'update':
      return 'took an update';
    case 'other':
      return `has ${name ?? 'another event'}`;
    default:
      return assertNever(kind);
  }
}

function todaysText({ kind, name }: Exclude<TodaysStep, { kind: 'error' }>): string {
  switch (kind) {
    case 'activity':
      return `today’s code would schedule ${name ?? 'an activity'}`;
    case 'timer':
      return 'today’s code would set a timer';
    case 'child_workflow':
      return 'today’s code would start a workflow';
    case 'complete':
      return 'today’s code would end the run';
    case 'fail':
      return 'today’s code would let the run fail';
    case 'cancel':
      return 'today’s code would end the run as cancelled';
    case 'continue_as_new':
      return 'today’s code would continue in a new history';
    case 'marker':
      return 'today’s code would note which version of the code it takes';
    case 'attributes':
      return 'today’s code would change what Temporal shows of the run';
    case 'update':
      return 'today’s code would take an update';
    case 'nothing':
      return 'today’s code would take no step there';
    case 'other':
    case 'unknown':
      return 'today’s code would do something else';
    default:
      return assertNever(kind);
  }
}

const refusalText: Record<ReplayRefusal, string> = {
  no_history: 'Temporal has no history of it any more.',
  not_json: 'The file is not JSON.',
  not_a_history: 'It is not a history of Temporal’s.',
  not_whole: 'The history is not whole.',
  not_begun: 'Nothing is recorded yet.',
  other_workflow: 'It is of another program.',
  too_large: 'The history is too large.',
  too_deep: 'The file is nested too deeply.',
  too_slow: 'It took too long.',
  too_much_memory: 'It took too much memory.',
};

function detailText(detail: RefusalDetail | null): string {
  switch (detail?.kind) {
    case undefined:
      return '';
    case 'parser':
      return `${detail.words}.`;
    case 'misfit':
      return `${detail.path}: must be ${wantedText[detail.wanted]}.`;
    case 'no_start':
      return 'It does not begin with the start of a workflow’s run.';
    case 'gap':
      return `Event ${String(detail.event)} is missing or out of place.`;
    case 'workflow_type':
      return `Its workflow is ${detail.name}, which is none of Colloquy’s.`;
    case 'most_mib':
      return `It has more than ${String(detail.mib)} MiB.`;
    case 'most_events':
      return `It has more than ${String(detail.events)} events.`;
    case 'most_seconds':
      return `It was ended after ${String(detail.seconds)} s.`;
    case 'most_memory':
      return `It was ended at ${String(detail.mib)} MiB.`;
    default:
      return assertNever(detail);
  }
}

const wantedText: Record<WantedValue, string> = {
  list: 'a list',
  object: 'an object',
  base64: 'a text in base64',
  text: 'a text',
  boolean: 'true or false',
  number: 'a number',
  whole_number: 'a whole number',
  moment: 'a time or a duration',
  known_name: 'a name that Temporal knows there',
};
