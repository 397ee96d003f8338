import { isKnowledgeAway, isKnowledgeError } from '../../../../platform/knowledge/knowledgeError.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import type { CollectionNames } from './collectionNames.ts';

/** As many as the store gives at once. */
const MOST = 500;

/** The names of a project's collections, for a team's editor; null where the store does not give them: a team can be edited without. */
export async function listCollectionNames({ projectId }: ProjectScope): Promise<CollectionNames | null> {
  const { knowledge, logger } = services();
  try {
    const part = await knowledge.reader.listCollections(projectId, { search: '', skip: 0, take: MOST });
    return { names: part.rows.map(({ name }) => name), isComplete: part.rows.length === part.total };
  } catch (error) {
    if (!isKnowledgeAway(error) && !isKnowledgeError(error)) throw error;
    logger.warn({ err: error }, 'the collections could not be listed for an editor');
    return null;
  }
}
