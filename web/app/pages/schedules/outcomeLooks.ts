import {
  Ban,
  Check,
  Circle,
  CircleSlash,
  Clock,
  FlagTriangleRight,
  Hand,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  Pause,
  Replace,
  ShieldX,
  SkipForward,
  Square,
  Trash2,
  X,
} from 'lucide-react';
import type { AccountedDate } from '../../../../workflows/domain/schedules/dates.ts';
import type { ScheduledRunState } from '../../../../workflows/domain/schedules/states.ts';
import type { ShownRun } from '../../data/schedules/readScheduleDates.server.ts';
import type { Tone } from '../../views/ui/tones.ts';

export type ShownDate = AccountedDate<ShownRun>;
type MissingKind = Exclude<ShownDate['outcome']['kind'], 'run'>;

/** The shape and the colour of an outcome: no two that differ in meaning have the same shape. */
export interface OutcomeLook {
  icon: LucideIcon;
  tone: Tone;
}

const RUNS: Record<ScheduledRunState, OutcomeLook> = {
  requested: { icon: Hand, tone: 'blue' },
  running: { icon: LoaderCircle, tone: 'blue' },
  refused: { icon: ShieldX, tone: 'orange' },
  finished: { icon: Check, tone: 'green' },
  stopped: { icon: Square, tone: 'neutral' },
  cancelled: { icon: Ban, tone: 'neutral' },
  failed: { icon: X, tone: 'red' },
};

const MISSING: Record<MissingKind, OutcomeLook> = {
  coming: { icon: Circle, tone: 'neutral' },
  due: { icon: Clock, tone: 'blue' },
  waiting: { icon: Hourglass, tone: 'blue' },
  paused: { icon: Pause, tone: 'amber' },
  skipped: { icon: SkipForward, tone: 'amber' },
  replaced: { icon: Replace, tone: 'amber' },
  after_last: { icon: FlagTriangleRight, tone: 'neutral' },
  dropped: { icon: Trash2, tone: 'red' },
  missed: { icon: CircleSlash, tone: 'red' },
};

/** How a run's state looks. */
export function lookOfRun(state: ScheduledRunState): OutcomeLook {
  return RUNS[state];
}

/** Whether what is to wake a conversation waits until that takes it. */
export function waitsToBeTaken(outcome: ShownDate['outcome']): boolean {
  return outcome.kind === 'run' && outcome.run.state === 'running' && outcome.run.wakeUp?.state === 'waiting';
}

/** How an outcome looks. */
export function lookOf(outcome: ShownDate['outcome']): OutcomeLook {
  if (waitsToBeTaken(outcome)) return MISSING.waiting;
  return outcome.kind === 'run' ? RUNS[outcome.run.state] : MISSING[outcome.kind];
}
