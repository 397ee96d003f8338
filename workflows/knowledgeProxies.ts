import { proxyActivities } from '@temporalio/workflow';
import { finalFailures } from './contracts/failures.ts';
import type { KnowledgeActivities } from './contracts/ingestion.ts';
import { triedForDays } from './triedForDays.ts';

/** Longest for a document of the largest size and a model that limits the rate. After the last attempt the document has failed. */
const steps = {
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '10 seconds',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: {
    initialInterval: '1 second',
    backoffCoefficient: 2,
    maximumInterval: '30 seconds',
    maximumAttempts: 200,
    nonRetryableErrorTypes: finalFailures,
  },
} as const;

/** Steps of one document. Attempts are many: of what is stored nothing is done again, and nothing paid for twice. */
export const documentActivities =
  proxyActivities<
    Pick<KnowledgeActivities, 'keepSource' | 'readSource' | 'storePassages' | 'publishVersion'>
  >(steps);

/** Short writes, tried for days while the database is away. */
export const importActivities = proxyActivities<
  Pick<KnowledgeActivities, 'nextImportItems' | 'finishImport' | 'showImportState' | 'endImportItem'>
>({
  startToCloseTimeout: '2 minutes',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: triedForDays,
});
