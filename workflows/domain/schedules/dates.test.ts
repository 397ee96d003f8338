import { describe, expect, it } from '@jest/globals';
import { accountDates, beginOfNewest, countOutcomes, type DatedRun, type ScheduleHistory } from './dates.ts';
import type { DatedRevision } from './expectedTimes.ts';
import type { OverlapPolicy } from './states.ts';

const at = (time: string) => new Date(`2027-01-01T${time}Z`);

/** Due each ten minutes. */
const revision = (overlap: OverlapPolicy, effective = '00:00:00', everySeconds = 600): DatedRevision => ({
  revision: 1,
  serverSpec: {
    calendars: [],
    intervals: [{ everySeconds, offsetSeconds: 0 }],
    skip: [],
    timeZone: 'UTC',
    startAt: null,
    endAt: null,
    jitterSeconds: 0,
  },
  overlap,
  catchUpSeconds: 60,
  effectiveAt: at(effective),
});

const run = (nominal: string, ended: string | null, changes: Partial<DatedRun> = {}): DatedRun => ({
  id: nominal,
  nominalAt: at(nominal),
  kind: 'scheduled',
  state: ended === null ? 'running' : 'finished',
  refusal: null,
  startedAt: at(nominal),
  endedAt: ended === null ? null : at(ended),
  ...changes,
});

const history = (changes: Partial<ScheduleHistory<DatedRun>>): ScheduleHistory<DatedRun> => ({
  revisions: [revision('skip')],
  pauses: [],
  runs: [],
  lastRunAt: null,
  seenAt: at('02:00:00'),
  waiting: 0,
  dropped: 0,
  now: at('02:00:00'),
  ...changes,
});

const kinds = (changes: Partial<ScheduleHistory<DatedRun>>, until = '00:30:00') =>
  accountDates(history(changes), { from: at('00:00:00'), until: at(until), most: 100 }).map(
    ({ at: date, outcome }) => `${date.toISOString().slice(11, 16)} ${outcome.kind}`,
  );

describe('the newest dates', () => {
  const revisions = [revision('skip'), revision('skip', '00:30:00', 60), revision('skip', '00:33:00')];
  const runTimes = [at('01:55:00'), at('00:31:30')];
  const until = at('02:00:00');

  it('begin after the one before them, whatever revision or run it is of', () => {
    const all = accountDates(
      history({ revisions, runs: [run('00:31:30', '00:31:40'), run('01:55:00', '01:56:00')] }),
      {
        ...{ from: at('00:00:00'), until, most: 100 },
      },
    );
    for (let most = 1; most < all.length; most += 1) {
      expect(beginOfNewest(revisions, runTimes, { until, most })).toEqual(all.at(-most - 1)?.at);
    }
    expect(beginOfNewest(revisions, runTimes, { until, most: all.length })).toBeNull();
  });
});

describe('each date of a schedule', () => {
  it('has its run, or was left out because of one that was going', () => {
    const runs = [run('00:10:00', '00:25:00'), run('00:30:00', '00:31:00')];
    expect(kinds({ runs })).toEqual(['00:10 run', '00:20 skipped', '00:30 run']);
  });

  it('was left out while the server had yet to see that the one before had ended, or to begin one that was late', () => {
    const soon = [run('00:10:00', '00:19:57'), run('00:30:00', '00:31:00')];
    expect(kinds({ runs: soon })).toEqual(['00:10 run', '00:20 skipped', '00:30 run']);
    const late = [run('00:10:00', '00:28:00', { startedAt: at('00:27:00') }), run('00:30:00', '00:31:00')];
    expect(kinds({ runs: late })).toEqual(['00:10 run', '00:20 skipped', '00:30 run']);
    const oneWaited = [
      run('00:10:00', '00:29:00'),
      run('00:20:00', '00:35:00', { startedAt: at('00:30:05') }),
    ];
    expect(kinds({ runs: oneWaited, revisions: [revision('buffer_one')] })).toEqual([
      '00:10 run',
      '00:20 run',
      '00:30 skipped',
    ]);
  });

  it('explains nothing by a run that was filled in later', () => {
    const later = run('00:10:00', '01:01:00', { kind: 'backfill', startedAt: at('01:00:00') });
    expect(kinds({ runs: [later] })).toEqual(['00:10 run', '00:20 missed', '00:30 missed']);
  });

  it('was dropped where the server was there in time, and too many waited', () => {
    const revisions = [revision('buffer_all')];
    const runs = [run('00:10:00', '00:19:00'), run('00:30:00', '00:31:00', { startedAt: at('00:20:30') })];
    expect(kinds({ revisions, runs, dropped: 1 })).toEqual(['00:10 run', '00:20 dropped', '00:30 run']);
  });

  it('was missed, and by how much, where nothing explains it', () => {
    const runs = [run('00:10:00', '00:11:00'), run('00:30:00', '00:31:00')];
    const dates = accountDates(history({ runs }), { from: at('00:00:00'), until: at('00:30:00'), most: 9 });
    expect(dates[1]?.outcome).toEqual({ kind: 'missed', lateBySeconds: 600 });
    expect(countOutcomes(dates)).toMatchObject({ run: 2, missed: 1, skipped: 0 });
  });

  it('was paused within a pause, and not before or after it', () => {
    const pauses = [{ pausedAt: at('00:15:00'), resumedAt: at('00:25:00'), note: 'Holiday' }];
    const runs = [run('00:10:00', '00:11:00'), run('00:30:00', '00:31:00')];
    expect(kinds({ runs, pauses })).toEqual(['00:10 run', '00:20 paused', '00:30 run']);
  });

  it('is that of the revision that stood then', () => {
    const revisions = [revision('skip'), revision('skip', '00:15:00', 300)];
    const runs = ['00:10:00', '00:20:00', '00:25:00', '00:30:00'].map((time) => run(time, time));
    expect(kinds({ revisions, runs })).toEqual(['00:10 run', '00:20 run', '00:25 run', '00:30 run']);
  });

  it('came after the last run that was allowed', () => {
    const runs = [run('00:10:00', '00:11:00'), run('00:20:00', '00:21:00')];
    expect(kinds({ runs, lastRunAt: at('00:20:00') })).toEqual([
      '00:10 run',
      '00:20 run',
      '00:30 after_last',
    ]);
  });

  it('is still to come, or may still be started', () => {
    const runs = [run('00:10:00', '00:11:00')];
    expect(kinds({ runs, now: at('00:20:05'), seenAt: at('00:20:02') })).toEqual([
      '00:10 run',
      '00:20 due',
      '00:30 coming',
    ]);
  });

  it('waits where the policy lets it wait, one or all', () => {
    const going = { runs: [run('00:10:00', null)], now: at('00:35:00'), seenAt: at('00:35:00') };
    expect(kinds({ ...going, revisions: [revision('buffer_one')], waiting: 1 })).toEqual([
      '00:10 run',
      '00:20 waiting',
      '00:30 skipped',
    ]);
    expect(kinds({ ...going, revisions: [revision('buffer_all')], waiting: 2 })).toEqual([
      '00:10 run',
      '00:20 waiting',
      '00:30 waiting',
    ]);
  });

  it('stands beside runs by hand, which explain nothing', () => {
    const runs = [
      run('00:10:00', '00:11:00'),
      run('00:15:00', '00:45:00', { kind: 'manual' }),
      run('00:30:00', '00:31:00'),
    ];
    expect(kinds({ runs })).toEqual(['00:10 run', '00:15 run', '00:20 missed', '00:30 run']);
  });
});
