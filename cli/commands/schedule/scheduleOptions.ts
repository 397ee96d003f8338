import { type Command, Option } from 'commander';
import { DEFAULT_CATCH_UP_SECONDS } from '../../../workflows/contracts/schedules/scheduleInput.ts';
import { foldChoices, gapChoices } from '../../../workflows/domain/schedules/spec.ts';
import {
  type CarryOverKind,
  carryOverKinds,
  overlapPolicies,
  type OverlapPolicy,
} from '../../../workflows/domain/schedules/states.ts';
import { UsageError } from '../../usage.ts';

/** What `schedule add` and `schedule edit` take; what is absent is the default, or stays. */
export interface ScheduleOptions {
  when?: string;
  cron: string[];
  zone?: string;
  overlap?: OverlapPolicy;
  gap?: (typeof gapChoices)[number];
  fold?: (typeof foldChoices)[number];
  catchUp?: string;
  jitter?: string;
  start?: string;
  end?: string;
  maxRuns?: string;
  runsADay?: string;
  costADay?: string;
  carryOver?: CarryOverKind;
}

/** Adds the options that describe a schedule. */
export function describedByOptions(command: Command): Command {
  return command
    .option('--when <WORDS>', 'in words: "every weekday at 8:00", "every 90 minutes"')
    .option('--cron <EXPRESSION>', 'a cron expression; may be repeated', collect, [])
    .option('--zone <ZONE>', 'its time zone, such as Europe/Berlin; that of this machine by default')
    .addOption(
      new Option('--overlap <POLICY>', 'if the run before is still going; skip by default').choices(
        overlapPolicies,
      ),
    )
    .addOption(
      new Option('--gap <CHOICE>', 'a time that the clocks jump over; skip by default').choices(gapChoices),
    )
    .addOption(
      new Option('--fold <CHOICE>', 'a time that comes twice; twice by default').choices(foldChoices),
    )
    .option('--catch-up <SECONDS>', 'how late a run may start after the server was away; 600 by default')
    .option('--jitter <SECONDS>', 'a run starts up to this much after its time')
    .option('--start <MOMENT>', 'not before this, such as 2027-01-31T09:00:00Z ("none" takes it away)')
    .option('--end <MOMENT>', 'not after this ("none" takes it away)')
    .option('--max-runs <N>', 'runs in all ("none": no limit)')
    .option('--runs-a-day <N>', 'runs a day ("none": no limit)')
    .option('--cost-a-day <USD>', 'US dollars a day ("none": no limit)')
    .addOption(
      new Option('--carry-over <KIND>', 'what a run is told of those before it').choices(carryOverKinds),
    );
}

/** What a schedule is at first, or what it was before an edit. */
export interface Described {
  timing: unknown;
  timeZone: string;
  gap: (typeof gapChoices)[number];
  fold: (typeof foldChoices)[number];
  startAt: string | null;
  endAt: string | null;
  jitterSeconds: number;
  overlap: OverlapPolicy;
  catchUpSeconds: number;
  maxRuns: number | null;
  runsADay: number | null;
  costADayMicroUsd: number | null;
  carryOver: CarryOverKind;
}

/** A schedule of which nothing is said yet. */
export function undescribed(): Described {
  return {
    timing: null,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    gap: 'skip',
    fold: 'twice',
    startAt: null,
    endAt: null,
    jitterSeconds: 0,
    overlap: 'skip',
    catchUpSeconds: DEFAULT_CATCH_UP_SECONDS,
    maxRuns: null,
    runsADay: null,
    costADayMicroUsd: null,
    carryOver: 'none',
  };
}

/** A description with what the options say. Values are passed on as typed: the server says what is wrong with them. */
export function describe(before: Described, options: ScheduleOptions): Described {
  const { when, cron } = options;
  if (when !== undefined && cron.length > 0) throw new UsageError('Give either --when or --cron.');
  const timing =
    when !== undefined
      ? { kind: 'words', text: when }
      : cron.length > 0
        ? { kind: 'cron', expressions: cron }
        : before.timing;
  if (timing === null) throw new UsageError('Say when it is due, with --when or --cron.');
  const dollars = numberOf('--cost-a-day', options.costADay, null);
  return {
    timing,
    timeZone: options.zone ?? before.timeZone,
    gap: options.gap ?? before.gap,
    fold: options.fold ?? before.fold,
    startAt: options.start === undefined ? before.startAt : orNone(options.start),
    endAt: options.end === undefined ? before.endAt : orNone(options.end),
    jitterSeconds: numberOf('--jitter', options.jitter, before.jitterSeconds) ?? 0,
    overlap: options.overlap ?? before.overlap,
    catchUpSeconds:
      numberOf('--catch-up', options.catchUp, before.catchUpSeconds) ?? DEFAULT_CATCH_UP_SECONDS,
    maxRuns: numberOf('--max-runs', options.maxRuns, before.maxRuns),
    runsADay: numberOf('--runs-a-day', options.runsADay, before.runsADay),
    costADayMicroUsd:
      options.costADay === undefined
        ? before.costADayMicroUsd
        : dollars === null
          ? null
          : Math.round(dollars * 1_000_000),
    carryOver: options.carryOver ?? before.carryOver,
  };
}

function orNone(text: string): string | null {
  return text === 'none' ? null : text;
}

function numberOf(name: string, text: string | undefined, before: number | null): number | null {
  if (text === undefined) return before;
  if (text === 'none') return null;
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw new UsageError(`${name} takes a number.`);
  return value;
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
