import { assertNever } from '../../../../workflows/domain/json.ts';
import { isOver } from '../../../../workflows/domain/recordStates.ts';
import type { ChangeEvent, LiveTextEvent } from '../live/events.ts';
import type { ControlView } from './control.ts';
import { type Gap, isWithin, placeGaps, withoutRange } from './gaps.ts';
import {
  asksAboutStep,
  type CallView,
  type ConversationHead,
  type LiveTextView,
  type MessageView,
  NO_PENDING_WORK,
  type OpenCallView,
  type PendingWork,
  type RunView,
  type TaskView,
  type ToolCallView,
} from './view.ts';

/** What the page shows of a conversation, kept up to date by its stream. */
export interface ConversationPageState {
  conversation: ConversationHead;
  /** In their order. */
  runs: readonly RunView[];
  /** In the order of the transcript. */
  messages: readonly MessageView[];
  /** Which messages are not among these, in their order. Never the newest. */
  gaps: readonly Gap[];
  /** In the order in which they were opened. */
  tasks: readonly TaskView[];
  calls: readonly CallView[];
  /** In the order of their rounds, and in these. */
  toolCalls: readonly ToolCallView[];
  control: ControlView | null;
  live: readonly LiveTextView[];
  /** What models are being asked. */
  openCalls: readonly OpenCallView[];
  pending: PendingWork;
}

/** The messages of the places from `from` up to, and without, `to`, with what belongs to them. */
export interface TranscriptPart extends Gap {
  rows: Pick<ConversationPageState, 'messages' | 'tasks' | 'calls' | 'toolCalls'>;
}

export type ConversationPageEvent =
  | { kind: 'loaded'; page: ConversationPageState }
  | { kind: 'change'; change: ChangeEvent }
  /** Earlier messages, which the page asked for. */
  | { kind: 'earlier'; part: TranscriptPart }
  | { kind: 'live'; live: LiveTextEvent }
  | { kind: 'live_end'; seq: number }
  | { kind: 'asking'; openCalls: readonly OpenCallView[] }
  | { kind: 'pending'; pending: PendingWork };

/**
 * Applies an event. Events may come twice, and a page may be loaded that is older than what the stream has brought
 * meanwhile: rows count by their revision, whoever brings them.
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
      // Of the conversation itself the stream knows more.
      return { ...state, ...mergeTranscript(state, rows), gaps: withoutRange(state.gaps, from, to) };
    }
    case 'live':
      return { ...state, live: withText(state, event.live) };
    case 'live_end':
      return { ...state, live: state.live.filter(({ seq }) => seq !== event.seq) };
    case 'asking':
      return { ...state, openCalls: isOver(state.conversation.state) ? [] : event.openCalls };
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
    // A message that stands in the transcript is being written no longer.
    live: isOver(conversation.state) ? [] : state.live.filter(({ seq }) => !written.has(seq)),
    openCalls: isOver(conversation.state) ? [] : state.openCalls,
    pending: pendingAfter(state, change, conversation),
  };
}

/**
 * A step that a person is asked about is tried no longer, and its activity is not known here by more than an id. Where
 * others are still being tried, the stream says so at once: it asks the engine anew after such a task.
 */
function pendingAfter(
  { pending, tasks }: ConversationPageState,
  change: ChangeEvent,
  { state }: ConversationHead,
): PendingWork {
  if (isOver(state)) return NO_PENDING_WORK;
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

/** A change without messages that are not loaded: one alone would stand where many are missing. */
function withoutUnloaded(state: ConversationPageState, change: ChangeEvent): ChangeEvent {
  if (state.gaps.length === 0) return change;
  const { gaps } = placeGaps(state.messages, state.gaps);
  const loaded = new Set(state.messages.map(({ id }) => id));
  const messages = change.messages.filter((message) => loaded.has(message.id) || !isWithin(gaps, message));
  return { ...change, messages };
}

/** Rows that stay as they were keep their identity: what is drawn from them is not drawn anew. */
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

/** A call has no revision, but once closed it changes only from unknown to what became of it. */
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
  if (isOver(state.conversation.state)) return state.live;
  if (state.messages.some(({ seq }) => seq === text.seq)) return state.live;
  const before = state.live.find(({ seq }) => seq === text.seq);
  if (offset === 0) return replaceText(state.live, text);
  // A piece of a text whose beginning is not here: the stream begins every text at 0, so it is an old one's.
  if (before?.attempt !== text.attempt || before.text.length < offset) return state.live;
  return replaceText(state.live, { ...text, text: before.text.slice(0, offset) + text.text });
}

function replaceText(live: readonly LiveTextView[], text: LiveTextView): readonly LiveTextView[] {
  return [...live.filter(({ seq }) => seq !== text.seq), text].sort((a, b) => a.seq - b.seq);
}
