import { isKnowledgeError } from './knowledgeError.ts';

/** What the knowledge store answers; null where it says that there is no such thing in the project. */
export async function orNull<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (isKnowledgeError(error) && error.kind === 'not_found') return null;
    throw error;
  }
}
