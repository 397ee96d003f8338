import { describe, expect, it } from '@jest/globals';
import { differenceOf, type RecordedEvent } from './differenceOf.ts';
import { cutsOf, firstFailing, roundBefore } from './rounds.ts';

const event = (eventId: number, type: string, name: string | null = null): RecordedEvent => ({
  eventId,
  type,
  name,
  activityId: name === null ? null : String(eventId),
});
const round = [
  event(5, 'ACTIVITY_TASK_SCHEDULED', 'announce'),
  event(6, 'TIMER_STARTED', '1'),
  event(7, 'ACTIVITY_TASK_SCHEDULED', 'openTask'),
];
const differs = (message: string) =>
  differenceOf({ isDifference: true, words: `Failure { message: "${message}", source: "" }` }, round);

describe('where today’s code leaves the recording', () => {
  it.each([
    [
      "[TMPRL1100] Nondeterminism error: Activity type of scheduled event 'openTask' does not match activity type of activity command 'generateReply'",
      7,
      { kind: 'activity', name: 'openTask' },
      { kind: 'activity', name: 'generateReply' },
    ],
    [
      "Activity id of scheduled event '5' does not match activity id of activity command '3'",
      5,
      { kind: 'activity', name: 'announce' },
      { kind: 'unknown', name: null },
    ],
    [
      '[TMPRL1100] Nondeterminism error: Complete workflow machine does not handle this event: HistoryEvent(id: 6, TimerStarted)',
      6,
      { kind: 'timer', name: '1' },
      { kind: 'complete', name: null },
    ],
    [
      'No command scheduled for event HistoryEvent(id: 5, ActivityTaskScheduled)',
      5,
      { kind: 'activity', name: 'announce' },
      { kind: 'nothing', name: null },
    ],
    ['Something new', null, null, { kind: 'unknown', name: null }],
  ])('%s', (message, eventId, recorded, today) => {
    expect(differs(message)).toMatchObject({ eventId, recorded, today, raw: message });
  });

  it('is the last that the code was told, where it throws; its words are unescaped', () => {
    const words = 'Failure { message: "No \\"messages\\"\\nin null", source: "TypeScriptSDK" }';
    expect(differenceOf({ isDifference: false, words }, round)).toMatchObject({
      eventId: 7,
      today: { kind: 'error', name: 'No "messages"\nin null' },
    });
  });
});

describe('the first cut at which a replay fails', () => {
  const history = ['WORKFLOW_EXECUTION_STARTED', 'WORKFLOW_TASK_SCHEDULED', 'WORKFLOW_TASK_STARTED']
    .concat(['WORKFLOW_TASK_COMPLETED', 'TIMER_STARTED', 'TIMER_FIRED', 'WORKFLOW_TASK_SCHEDULED'])
    .concat(['WORKFLOW_TASK_STARTED', 'WORKFLOW_TASK_COMPLETED', 'WORKFLOW_EXECUTION_COMPLETED'])
    .map((type, index) => event(index + 1, type));

  it('is after the code was asked, and its round is what came between', () => {
    expect(cutsOf(history)).toEqual([3, 8]);
    expect(roundBefore(history, 8).map(({ eventId }) => eventId)).toEqual([5, 6]);
    expect(roundBefore(history, history.length).map(({ eventId }) => eventId)).toEqual([10]);
  });

  it.each([0, 1, 57, 99])('is found at place %s of a hundred with few replays', async (place) => {
    const cuts = Array.from({ length: 100 }, (_, index) => index * 10);
    let replays = 0;
    const found = await firstFailing(cuts, (cut) => {
      replays += 1;
      return Promise.resolve(cut >= place * 10);
    });
    expect(found).toBe(place * 10);
    expect(replays).toBeLessThanOrEqual(8);
  });

  it('is none where only the whole history fails', async () => {
    expect(await firstFailing([3, 8], () => Promise.resolve(false))).toBeNull();
  });
});
