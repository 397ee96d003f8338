import type { HealthLine } from './healthReport.ts';

type QueueSide = 'workflow' | 'activity';

/** One side of the task queue: what waits, for how long, and how many workers ask for it. */
export interface QueueView {
  tasks: number;
  ageSeconds: number;
  pollers: number;
}

/** What an operator looks at first. */
export interface StatusView {
  version: string;
  commit: string | null;
  parts: (Omit<HealthLine, 'name'> & { name: 'database' | 'knowledge' | 'temporal' | 'worker' })[];
  /** Null: Temporal does not tell. */
  queue: Record<QueueSide, QueueView> | null;
  backups: {
    /** `old`: there is none, or the newest is older than 30 hours. `not_set_up`: the web process knows no place of backups. */
    state: 'ok' | 'old' | 'not_set_up' | 'unreadable';
    newest: { name: string; madeAt: Date; bytes: number } | null;
    lastDrill: { backup: string; drilledAt: Date; succeeded: boolean } | null;
  };
}
