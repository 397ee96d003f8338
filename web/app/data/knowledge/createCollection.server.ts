import { isKnowledgeError } from '../../../../platform/knowledge/knowledgeError.ts';
import { dimensionsOf } from '../../../../workflows/domain/knowledge/embeddingModels.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';

/** The vectors that a new collection is made for. `dimensions` is null where the model is not known: a person has to say them. */
export function embeddingDefault(): { model: string; dimensions: number | null } {
  const { EMBEDDING_MODEL: model } = services().environment;
  return { model, dimensions: dimensionsOf(model) };
}

interface CreateCollectionOptions {
  userId: string;
  name: string;
  description: string;
  /** Of its vectors, from 1 to 1,536. */
  dimensions: number;
}

/** Makes a collection for the deployment's embedding model. Null: the project has one of that name. */
export async function createCollection(
  scope: ProjectScope,
  { userId, name, description, dimensions }: CreateCollectionOptions,
): Promise<string | null> {
  const { knowledge, database } = services();
  const { projectId } = scope;
  const { model } = embeddingDefault();
  if ((await knowledge.reader.findCollections(projectId, [name])).length > 0) return null;
  const id = await knowledge
    .createCollection(projectId, { name, description, embeddingModel: model, dimensions })
    .catch((error: unknown) => {
      if (isKnowledgeError(error) && error.kind === 'conflict') return null;
      throw error;
    });
  if (id === null) return null;
  await recordAudit(database, scope, {
    userId,
    action: 'collection.create',
    subjectType: 'collection',
    subjectId: id,
    detail: { name, embeddingModel: model, dimensions },
  });
  return id;
}
