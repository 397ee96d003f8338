import type { SearchActivities } from '../../../workflows/contracts/knowledgeSearch.ts';
import { withAttemptLimit } from '../../execution/attemptLimit.ts';
import { type AnswerSearchClients, createAnswerSearch } from './answerSearch.ts';
import { createFailSearch } from './failSearch.ts';

/** Every activity of a person's search in documents. */
export function createSearchActivities(clients: AnswerSearchClients): SearchActivities {
  return {
    answerSearch: withAttemptLimit(createAnswerSearch(clients)),
    failSearch: createFailSearch(clients),
  };
}
