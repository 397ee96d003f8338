import type { Client } from '@temporalio/client';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';

/** What the reconciler works with. */
export interface ReconcilerClients {
  database: Database;
  temporal: Client;
  taskQueue: string;
  logger: Logger;
}

/** A run of a conversation by its row. */
export interface RunRow {
  id: string;
  projectId: string;
  run: number;
}
