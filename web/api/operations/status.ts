import { readStatus } from '../../app/data/health/readStatus.server.ts';
import type { OperationHandlers } from '../operation.ts';

/** The operation on the installation's status. */
export const statusOperations: Pick<OperationHandlers, 'readStatus'> = {
  readStatus: async () => {
    const { backups, ...status } = await readStatus(new Date());
    const { state, newest, lastDrill } = backups;
    return {
      body: {
        ...status,
        backups: {
          state,
          newest: newest && { ...newest, madeAt: newest.madeAt.toISOString() },
          lastDrill: lastDrill && { ...lastDrill, drilledAt: lastDrill.drilledAt.toISOString() },
        },
      },
    };
  },
};
