import { proxyActivities } from '@temporalio/workflow';
import { finalFailures } from './contracts/failures.ts';
import type { SearchActivities, SearchRef } from './contracts/knowledgeSearch.ts';
import { failureOf } from './failureOf.ts';

/** Short enough for somebody who waits in front of a page, long enough for a model that is only being loaded. */
const { answerSearch } = proxyActivities<Pick<SearchActivities, 'answerSearch'>>({
  startToCloseTimeout: '25 seconds',
  scheduleToCloseTimeout: '40 seconds',
  heartbeatTimeout: '10 seconds',
  retry: {
    initialInterval: '500 milliseconds',
    backoffCoefficient: 2,
    maximumAttempts: 4,
    nonRetryableErrorTypes: finalFailures,
  },
});

const { failSearch } = proxyActivities<Pick<SearchActivities, 'failSearch'>>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '5 seconds', maximumAttempts: 20 },
});

/** Answers what a person asks of the documents: what was found, or why nothing could be, stands in the search's row. */
export async function searchKnowledge(search: SearchRef): Promise<void> {
  try {
    await answerSearch(search);
  } catch (error) {
    await failSearch({ ...search, failure: failureOf(error) });
  }
}
