import { afterAll, describe, expect, it } from '@jest/globals';
import { recordedHistories } from '../test/support/recordedHistories.ts';
import { REPLAY_LIMITS } from './limits.ts';
import { createReplayProcess } from './replayProcess.ts';

const stop = new AbortController();
const replayer = createReplayProcess(stop.signal);
afterAll(() => replayer.close());

type Event = Record<string, unknown> & {
  eventId: string;
  eventType: string;
  activityTaskScheduledEventAttributes: { activityType: { name: string }; activityId: string };
  activityTaskCompletedEventAttributes: { result: { payloads: { data: string }[] } };
  workflowExecutionSignaledEventAttributes: { signalName: string };
  workflowExecutionStartedEventAttributes: { workflowType: { name: string }; originalExecutionRunId: string };
};

/** A recorded history as it is uploaded, with its events altered. */
function altered(scenario: string, alter: (events: Event[]) => void): string {
  const recorded = recordedHistories().find(({ name }) => name === scenario);
  const history = JSON.parse(recorded?.json ?? '') as { events: Event[] };
  alter(history.events);
  return JSON.stringify(history);
}

function scheduled(events: readonly Event[], place: number): Event {
  const event = events.filter(({ eventType }) => eventType.endsWith('ACTIVITY_TASK_SCHEDULED'))[place];
  if (event === undefined) throw new Error('no such event');
  return event;
}

const replay = (json: string) => replayer.replay({ form: 'json', bytes: Buffer.from(json) });

it.each(recordedHistories().map(({ name, json }) => [name, json] as const))(
  'the history %s agrees with today’s code',
  async (_name, json) => {
    expect(await replay(json)).toMatchObject({ kind: 'agrees' });
  },
);

describe('a history that today’s code would not have made', () => {
  it('names the event of another activity', async () => {
    const json = altered('0.2.0-round-robin', (events) => {
      scheduled(events, 2).activityTaskScheduledEventAttributes.activityType.name = 'openTask';
    });
    expect(await replay(json)).toMatchObject({
      kind: 'differs',
      difference: {
        eventId: 17,
        eventType: 'ACTIVITY_TASK_SCHEDULED',
        recorded: { kind: 'activity', name: 'openTask' },
        today: { kind: 'activity', name: 'generateReply' },
      },
    });
  });

  it('names the event of an activity with another id', async () => {
    const json = altered('0.2.0-round-robin', (events) => {
      scheduled(events, 2).activityTaskScheduledEventAttributes.activityId = '77';
    });
    expect(await replay(json)).toMatchObject({
      kind: 'differs',
      difference: { eventId: 17, recorded: { kind: 'activity', name: 'generateReply' } },
    });
  });

  it('names the event of a step of another kind', async () => {
    const json = altered('0.2.0-round-robin', (events) => {
      const event = scheduled(events, 0);
      Object.assign(event, {
        eventType: 'EVENT_TYPE_TIMER_STARTED',
        activityTaskScheduledEventAttributes: undefined,
        timerStartedEventAttributes: {
          timerId: '1',
          startToFireTimeout: '5s',
          workflowTaskCompletedEventId: '4',
        },
      });
    });
    expect(await replay(json)).toMatchObject({
      kind: 'differs',
      difference: { eventId: 5, recorded: { kind: 'timer', name: '1' }, today: { kind: 'activity' } },
    });
  });

  it('names what the code was told last where it throws', async () => {
    const json = altered('0.2.0-round-robin', (events) => {
      const event = events.filter(({ eventType }) => eventType.endsWith('ACTIVITY_TASK_COMPLETED'))[2];
      if (event) {
        const data = Buffer.from('null').toString('base64');
        event.activityTaskCompletedEventAttributes.result.payloads = [
          { ...event.activityTaskCompletedEventAttributes.result.payloads[0], data },
        ];
      }
    });
    expect(await replay(json)).toMatchObject({
      kind: 'differs',
      difference: {
        eventId: 19,
        today: { kind: 'error', name: expect.stringContaining('messages') as unknown },
      },
    });
  });

  it('names the step that another signal would not have brought', async () => {
    const json = altered('0.2.0-pause-resume-stop', (events) => {
      const event = events.find(({ eventType }) => eventType.endsWith('_SIGNALED'));
      if (event) event.workflowExecutionSignaledEventAttributes.signalName = 'stop';
    });
    const verdict = await replay(json);
    expect(verdict).toMatchObject({
      kind: 'differs',
      difference: {
        recorded: { kind: 'activity', name: 'recordState' },
        today: { kind: 'activity', name: 'finishConversation' },
      },
    });
  });
});

describe('what is no history, or a hostile one', () => {
  it.each([
    ['no JSON', '{"events":', 'not_json', { kind: 'parser' }],
    ['no events', '{"hello":1}', 'not_a_history', { kind: 'misfit', path: 'events', wanted: 'list' }],
    ['an empty list', '{"events":[]}', 'not_whole'],
    [
      'a value of another type',
      '{"events":[{"eventId":{}}]}',
      'not_a_history',
      { kind: 'misfit', path: expect.stringContaining('eventId'), wanted: 'whole_number' },
    ],
    ['10 MB of brackets', '['.repeat(10_000_000), 'too_deep'],
    ['10 MB of values', `{"events":[${'1,'.repeat(5_500_000)}1]}`, 'too_large'],
    ['causes without end', causes(), 'too_deep'],
    ['17 MB', `{"events":[],"x":"${'x'.repeat(17 * 2 ** 20)}"}`, 'too_large', { kind: 'most_mib', mib: 16 }],
    [
      'a history without its beginning',
      altered('0.2.0-round-robin', (events) => events.splice(0, 3)),
      'not_whole',
      { kind: 'no_start' },
    ],
    [
      'a history with a gap',
      altered('0.2.0-round-robin', (events) => events.splice(8, 3)),
      'not_whole',
      { kind: 'gap', event: 9 },
    ],
    ['a history that has not begun', altered('0.2.0-round-robin', (events) => events.splice(2)), 'not_begun'],
    [
      'another program’s workflow',
      altered('0.2.0-round-robin', ([first]) => {
        if (first) first.workflowExecutionStartedEventAttributes.workflowType.name = 'mine';
      }),
      'other_workflow',
      { kind: 'workflow_type', name: 'mine' },
    ],
  ])('%s is refused', async (_what, text, refusal, detail: object = {}) => {
    const verdict = await replay(text);
    expect(verdict).toMatchObject({ kind: 'refused', refusal });
    expect({ ...(verdict.kind === 'refused' && verdict.detail) }).toMatchObject(detail);
  });

  it('a replay that takes too long is ended, and the next one has a new process', async () => {
    const impatient = createReplayProcess(stop.signal, { ...REPLAY_LIMITS, timeoutMs: 1 });
    const json = Buffer.from(recordedHistories()[0]?.json ?? '');
    expect(await impatient.replay({ form: 'json', bytes: json })).toMatchObject({ refusal: 'too_slow' });
    expect(await impatient.replay({ form: 'json', bytes: json })).toMatchObject({ refusal: 'too_slow' });
    impatient.close();
  });

  it('a replay that takes too much memory is ended', async () => {
    const small = createReplayProcess(stop.signal, { ...REPLAY_LIMITS, residentBytes: 2 ** 20 });
    const json = Buffer.from(recordedHistories()[0]?.json ?? '');
    expect(await small.replay({ form: 'json', bytes: json })).toMatchObject({ refusal: 'too_much_memory' });
    small.close();
  });
});

/** A failure in a failure in a failure. */
function causes(): string {
  const depth = 190;
  const failure = `${'{"cause":'.repeat(depth)}{}${'}'.repeat(depth)}`;
  return `{"events":[{"eventId":"1","workflowExecutionFailedEventAttributes":{"failure":${failure}}}]}`;
}
