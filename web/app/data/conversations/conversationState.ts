import { assertNever } from '../../../../workflows/domain/json.ts';
import { isAtRest } from '../../../../workflows/domain/recordStates.ts';
import type { CallView, OpenCallView } from '../calls/callView.ts';
import type { ToolCallView } from '../calls/toolCallView.ts';
import type { ChangeEvent, LiveTextEvent } from '../live/events.ts';
import type { LiveTextView, MessageView } from '../messages/messageView.ts';
import { NO_PENDING_WORK, type PendingWork } from '../runs/pendingWorkView.ts';
import { asksAboutStep, type TaskView } from '../tasks/taskView.ts';
import type { ControlView } from './control.ts';
import { type Gap, isWithin, placeGaps, withoutRange } from './gaps.ts';
import type { ConversationHead, RunView } from './view.ts';

/** What the page shows of a conversation, kept up to date by its stream. */
export interface ConversationPageState {
  conversation: ConversationHead;
  /** In order. */
  runs: readonly RunView[];
  /** In the order of the transcript. */
  messages: readonly MessageView[];
  /** The places of messages that are not loaded, in order. The newest message is always loaded. */
  gaps: readonly Gap[];
  /** In the order in which they were opened. */
  tasks: readonly TaskView[];
  calls: readonly CallView[];
  /** By round, and in order within each. */
  toolCalls: readonly ToolCallView[];
  control: ControlView | null;
  live: readonly LiveTextView[];
  /** The requests that models are answering. */
  openCalls: readonly OpenCallView[];
  pending: PendingWork;
}

/** The messages at places from `from` up to, but not including, `to`, with related rows. */
export interface TranscriptPart extends Gap {
  rows: Pick<ConversationPageState, 'messages' | 'tasks' | 'calls' | 'toolCalls'>;
}

export type ConversationPageEvent =
  | { kind: 'loaded'; page: ConversationPageState }
  | { kind: 'change'; change: ChangeEvent }
  /** Earlier messages that the page requested. */
  | { kind: 'earlier'; part: TranscriptPart }
  | { kind: 'live'; live: LiveTextEvent }
  | { kind: 'live_end'; seq: number }
  | { kind: 'asking'; openCalls: readonly OpenCallView[] }
  | { kind: 'pending'; pending: PendingWork };

/**
 * Applies an event. Events may arrive twice, and a loaded page may be older than what the stream has already sent:
 * for each row, the highest revision wins, wherever it comes from.
 */
export function reduceConversation(
  state: ConversationPageState,
  event: ConversationPageEvent,
): ConversationPageState {
  switch (event.kind) {
    case 'loaded': {
      const { page } = event;
      const newer = page.conversation.revision > state.conversation.revision;
      const gaps =
        page.gaps.length === 0 ? [] : withoutRange(state.gaps, page.gaps.at(-1)?.to ?? 0, Infinity);
      return { ...merge(state, page), ...(newer ? liveOf(page) : {}), gaps };
    }
    case 'change':
      return merge(state, withoutUnloaded(state, event.change));
    case 'earlier': {
      const { from, to, rows } = event.part;
      // The stream has newer data about the conversation itself.
      return { ...state, ...mergeTranscript(state, rows), gaps: withoutRange(state.gaps, from, to) };
    }
    case 'live':
      return { ...state, live: withText(state, event.live) };
    case 'live_end':
      return { ...state, live: state.live.filter(({ seq }) => seq !== event.seq) };
    case 'asking':
      return { ...state, openCalls: isAtRest(state.conversation) ? [] : event.openCalls };
    case 'pending':
      return { ...state, pending: event.pending };
    default:
      return assertNever(event);
  }
}

function liveOf({ live, openCalls, pending }: ConversationPageState) {
  return { live, openCalls, pending };
}

function merge(state: ConversationPageState, change: ChangeEvent): ConversationPageState {
  const isNewer = change.conversation.revision >= state.conversation.revision;
  const conversation = isNewer ? change.conversation : state.conversation;
  const transcript = mergeTranscript(state, change);
  const written = new Set(transcript.messages.map(({ seq }) => seq));
  return {
    conversation,
    runs: mergeRuns(state.runs, change.runs),
    ...transcript,
    gaps: state.gaps,
    control: isNewer ? change.control : state.control,
    // Once a message is in the transcript, it is no longer live.
    live: isAtRest(conversation) ? [] : state.live.filter(({ seq }) => !written.has(seq)),
    openCalls: isAtRest(conversation) ? [] : state.openCalls,
    pending: pendingAfter(state, change, conversation),
  };
}

/**
 * When a person is asked about a step, that step is no longer retried. Its activity is known here only by its id.
 * If other steps are still being retried, the stream says so immediately: it asks the engine again after such a
 * task.
 */
function pendingAfter(
  { pending, tasks }: ConversationPageState,
  change: ChangeEvent,
  { endedAt }: ConversationHead,
): PendingWork {
  if (isAtRest({ endedAt })) return NO_PENDING_WORK;
  const known = new Set(tasks.map(({ id }) => id));
  if (!change.tasks.some((task) => asksAboutStep(task) && !known.has(task.id))) return pending;
  return { ...pending, activities: pending.activities.filter(({ lastFailure }) => lastFailure === null) };
}

function mergeTranscript(state: ConversationPageState, rows: TranscriptPart['rows']): TranscriptPart['rows'] {
  return {
    messages: mergeRows(state.messages, rows.messages)
      .filter(({ superseded }) => !superseded)
      .sort((a, b) => a.position - b.position || a.seq - b.seq),
    tasks: mergeRows(state.tasks, rows.tasks).sort((a, b) => a.openedAt.localeCompare(b.openedAt)),
    calls: mergeCalls(state.calls, rows.calls),
    toolCalls: mergeRows(state.toolCalls, rows.toolCalls).sort((a, b) => a.seq - b.seq || a.index - b.index),
  };
}

/** A change without messages in unloaded places: a single one would appear where many are missing. */
function withoutUnloaded(state: ConversationPageState, change: ChangeEvent): ChangeEvent {
  if (state.gaps.length === 0) return change;
  const { gaps } = placeGaps(state.messages, state.gaps);
  const loaded = new Set(state.messages.map(({ id }) => id));
  const messages = change.messages.filter((message) => loaded.has(message.id) || !isWithin(gaps, message));
  return { ...change, messages };
}

/** Unchanged rows keep their identity, so that they are not rendered again. */
function mergeRows<Row extends { id: string; revision: number }>(
  rows: readonly Row[],
  changed: readonly Row[],
): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of changed) {
    const before = byId.get(row.id);
    if (before === undefined || row.revision > before.revision) byId.set(row.id, row);
  }
  return [...byId.values()];
}

function mergeRuns(runs: readonly RunView[], changed: readonly RunView[]): RunView[] {
  const byNumber = new Map(runs.map((run) => [run.run, run]));
  for (const run of changed) {
    const before = byNumber.get(run.run);
    if (before === undefined || run.revision > before.revision) byNumber.set(run.run, run);
  }
  return [...byNumber.values()].sort((a, b) => a.run - b.run);
}

/** A call has no revision, but once closed it only changes from unknown to its real outcome. */
function mergeCalls(calls: readonly CallView[], changed: readonly CallView[]): CallView[] {
  const byId = new Map(calls.map((call) => [call.id, call]));
  for (const call of changed) {
    const before = byId.get(call.id);
    if (before === undefined || before.state === 'open' || before.state === 'unknown')
      byId.set(call.id, call);
  }
  return [...byId.values()].sort((a, b) => a.startedAt.localeCompare(b.startedAt));
}

function withText(state: ConversationPageState, { offset, ...text }: LiveTextEvent): readonly LiveTextView[] {
  if (isAtRest(state.conversation)) return state.live;
  if (state.messages.some(({ seq }) => seq === text.seq)) return state.live;
  const before = state.live.find(({ seq }) => seq === text.seq);
  if (offset === 0) return replaceText(state.live, text);
  // A piece of a text whose beginning is missing here. The stream starts every text at 0, so it belongs to an old
  // text.
  if (before?.attempt !== text.attempt || before.text.length < offset) return state.live;
  return replaceText(state.live, { ...text, text: before.text.slice(0, offset) + text.text });
}

function replaceText(live: readonly LiveTextView[], text: LiveTextView): readonly LiveTextView[] {
  return [...live.filter(({ seq }) => seq !== text.seq), text].sort((a, b) => a.seq - b.seq);
}
