import type { temporal } from '@temporalio/proto';
import { workflowTypes } from '../workflows/contracts/names.ts';
import type { RecordedEvent } from '../workflows/domain/replay/differenceOf.ts';
import { eventTypeName, type History } from './historyType.ts';
import { RefusedHistory } from './refusedHistory.ts';

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

/** A history's events in short. Throws RefusedHistory if they are not those of one workflow of ours from its start. */
export function recordedEvents({ events }: History, mostEvents: number): RecordedEvent[] {
  const all = events ?? [];
  if (all.length > mostEvents) {
    throw new RefusedHistory('too_large', { kind: 'most_events', events: mostEvents });
  }
  const [first] = all;
  const started = first?.workflowExecutionStartedEventAttributes;
  if (!started || !started.originalExecutionRunId) {
    throw new RefusedHistory('not_whole', { kind: 'no_start' });
  }
  const type = started.workflowType?.name ?? '';
  if (!workflowTypes.some((each) => each === type)) {
    throw new RefusedHistory('other_workflow', { kind: 'workflow_type', name: type.slice(0, 100) });
  }
  all.forEach((event, index) => {
    if (Number(event.eventId) === index + 1) return;
    throw new RefusedHistory('not_whole', { kind: 'gap', event: index + 1 });
  });
  const recorded = all.map(recordedEvent);
  if (!recorded.some((event) => event.type === 'WORKFLOW_TASK_COMPLETED')) {
    throw new RefusedHistory('not_begun');
  }
  return recorded;
}

function recordedEvent(event: HistoryEvent): RecordedEvent {
  const activity = event.activityTaskScheduledEventAttributes;
  return {
    eventId: Number(event.eventId),
    type: eventTypeName(event.eventType),
    name:
      activity?.activityType?.name ??
      event.timerStartedEventAttributes?.timerId ??
      event.startChildWorkflowExecutionInitiatedEventAttributes?.workflowType?.name ??
      event.markerRecordedEventAttributes?.markerName ??
      null,
    activityId: activity?.activityId ?? null,
  };
}
