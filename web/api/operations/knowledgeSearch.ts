import type { FailureText } from '../../../workflows/contracts/failureText.ts';
import { assertNever } from '../../../workflows/domain/json.ts';
import { searchDocuments } from '../../app/data/knowledge/searchDocuments.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { Problem } from '../problem.ts';

/** The search in documents. */
export const knowledgeSearchOperations: Pick<OperationHandlers, 'searchKnowledge'> = {
  searchKnowledge: async ({ holder: { scope, userId }, body }) => {
    const result = await searchDocuments(scope, { userId, ...body });
    switch (result.outcome) {
      case 'answered': {
        const { passages, words, latencyMs } = result;
        return { body: { passages, words, latencyMs } };
      }
      case 'no_collections':
        throw unknownCollection('The project has no collections', 'Make one, and bring documents into it.');
      case 'unknown_collections':
        throw unknownCollection(
          `There is no collection named ${result.names.map((name) => `"${name}"`).join(', ')}`,
          'Correct the name, or leave `collections` out to search all of them.',
        );
      case 'failed':
        throw notSearched(result.failure);
      case 'no_worker':
        throw unavailable('No worker has taken the search', 'Start a worker, then search again.');
      case 'unfinished':
        throw unavailable(
          'The search takes too long',
          `${result.failure === null ? '' : `${result.failure.message}. `}Try again in a moment.`,
        );
      default:
        return assertNever(result);
    }
  },
};

function unknownCollection(title: string, detail: string): Problem {
  return new Problem({ kind: 'unknown_collection', status: 422, title, detail });
}

function notSearched({ type, title, words }: FailureText): Problem {
  const detail = words ?? 'Try again in a moment.';
  if (type !== 'knowledge_refused') return unavailable(title, detail);
  return new Problem({ kind: 'refused', status: 409, title, detail });
}

function unavailable(title: string, detail: string): Problem {
  return new Problem({
    kind: 'unavailable',
    status: 503,
    title,
    detail,
    headers: { 'retry-after': '2' },
  });
}
