import type { HealthLine } from './healthReport.ts';

type QueueSide = 'workflow' | 'activity';

/** One side of the task queue: what waits, for how long, and how many workers ask for it. */
export interface QueueView {
  tasks: number;
  ageSeconds: number;
  pollers: number;
}

/** Something that has to work. */
export interface PartView {
  name: 'database' | 'knowledge' | 'temporal' | 'worker' | 'models' | 'mail';
  /** `unused`: it is not set up, or nothing was asked of it lately, so nobody knows. */
  state: HealthLine['state'] | 'unused';
  /** In English, for operators: it may name servers. */
  detail: string;
}

/** A worker that has asked for tasks in the last minutes. */
export interface WorkerView {
  /** Its process and machine, as it names itself to Temporal. */
  identity: string;
  /** Null: it belongs to no deployment. */
  buildId: string | null;
  polledAt: Date;
}

/** What an operator looks at first. */
export interface StatusView {
  version: string;
  commit: string | null;
  parts: PartView[];
  /** Null: Temporal does not tell. */
  workers: WorkerView[] | null;
  /** Null: Temporal does not tell. */
  queue: Record<QueueSide, QueueView> | null;
  backups: {
    /** `old`: there is none, or the newest is older than 30 hours. `not_set_up`: the web process knows no place of backups. */
    state: 'ok' | 'old' | 'not_set_up' | 'unreadable';
    newest: { name: string; madeAt: Date; bytes: number } | null;
    lastDrill: { backup: string; drilledAt: Date; succeeded: boolean } | null;
  };
}
