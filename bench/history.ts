import protocol, { type temporal } from '@temporalio/proto';
import { setStage, type Stage } from './stage.ts';

// Measures the events and bytes that a plain turn adds to the history, early and late in one conversation. The last
// line of output is the figures as JSON.
const ASKED_TURNS = [10, 100, 1_000];
const TURNS = 1_001;

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

const stage = await setStage();
try {
  const workflowId = await stage.converse(TURNS);
  await stage.temporal.workflow.getHandle(workflowId).result();
  const events = await allEvents(stage, workflowId);
  const begins = turnBeginnings(events);
  const turns = ASKED_TURNS.map((turn) => {
    const from = begins.get(turn) ?? Number.NaN;
    const own = events.slice(from, begins.get(turn + 1));
    return { turn, events: own.length, bytes: own.reduce((sum, event) => sum + sizeOf(event), 0) };
  });
  for (const { turn, events: count, bytes } of turns) {
    console.log(`Turn ${String(turn)}: ${String(count)} events, ${String(bytes)} bytes.`);
  }
  const total = events.reduce((sum, event) => sum + sizeOf(event), 0);
  console.log(
    JSON.stringify({
      bench: 'history',
      date: new Date().toISOString().slice(0, 10),
      machine: stage.machine,
      turns,
      conversation: { turns: TURNS, events: events.length, bytes: total },
    }),
  );
} finally {
  await stage.close();
}

/** The events of all runs of a conversation, oldest first. */
async function allEvents({ temporal }: Stage, workflowId: string): Promise<HistoryEvent[]> {
  const { firstExecutionRunId } = await temporal.workflow.getHandle(workflowId).describe().then(firstRunOf);
  const all: HistoryEvent[] = [];
  let runId: string | null | undefined = firstExecutionRunId;
  while (runId) {
    const { events } = await temporal.workflow.getHandle(workflowId, runId).fetchHistory();
    all.push(...(events ?? []));
    runId = all.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return all;
}

function firstRunOf(description: { raw: { workflowExecutionInfo?: { firstRunId?: string | null } | null } }) {
  return { firstExecutionRunId: description.raw.workflowExecutionInfo?.firstRunId };
}

/** The index of the event that schedules each turn's model call; the first turn is number 1. */
function turnBeginnings(events: readonly HistoryEvent[]): Map<number, number> {
  const beginnings = new Map<number, number>();
  events.forEach((event, index) => {
    if (event.activityTaskScheduledEventAttributes?.activityType?.name !== 'generateReply') return;
    beginnings.set(beginnings.size + 1, index);
  });
  return beginnings;
}

function sizeOf(event: HistoryEvent): number {
  return protocol.temporal.api.history.v1.HistoryEvent.encode(event).finish().length;
}
