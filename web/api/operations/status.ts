import { readStatus } from '../../app/data/health/readStatus.server.ts';
import type { OperationHandlers } from '../operation.ts';

/** The operation on the installation's status. */
export const statusOperations: Pick<OperationHandlers, 'readStatus'> = {
  readStatus: async ({ holder }) => {
    const { backups, workers, ...status } = await readStatus(holder.scope, new Date());
    const { state, newest, lastDrill } = backups;
    return {
      body: {
        ...status,
        workers:
          workers &&
          workers.map(({ polledAt, ...worker }) => ({ ...worker, polledAt: polledAt.toISOString() })),
        backups: {
          state,
          newest: newest && { ...newest, madeAt: newest.madeAt.toISOString() },
          lastDrill: lastDrill && { ...lastDrill, drilledAt: lastDrill.drilledAt.toISOString() },
        },
      },
    };
  },
};
