import { KnowledgeError } from '../../../platform/knowledge/knowledgeError.ts';
import type { NamedCollection } from '../../../platform/knowledge/knowledgeReader.ts';
import type { KnowledgeStore, Match } from '../../../platform/knowledge/knowledgeStore.ts';
import { inSpan, spanKinds, spansShowContent } from '../../../platform/tracing/spans.ts';
import { joinHits } from '../../../workflows/domain/knowledge/joinHits.ts';
import { lookUpRules, type LookUpSettings } from '../../../workflows/domain/knowledge/knowledgeUse.ts';
import type { FoundPassage } from '../../../workflows/domain/knowledge/passage.ts';
import { segmentedWords } from '../../../workflows/domain/knowledge/segmentedWords.ts';
import type { EmbeddingPurpose } from '../../../workflows/domain/recordStates.ts';
import { storableText } from '../../../workflows/domain/storable.ts';
import type { EmbeddingSubject } from '../embed/embeddingLedger.ts';
import type { EmbedTexts } from '../embed/embedTexts.ts';

export interface LookUpClients {
  knowledge: KnowledgeStore;
  embedTexts: EmbedTexts;
}

export interface LookUpRequest {
  projectId: string;
  use: LookUpSettings;
  question: string;
  /** What it is for, as the ledger of embeddings keeps it. */
  about: EmbeddingSubject;
  /** For an agent, if nothing is said. */
  purpose?: EmbeddingPurpose;
}

/**
 * The passages of the collections that fit a question best, best first. Collections of several models are asked by each model's
 * own vector; scores are of 0 to 1 over what came into question in each. Fails as the store and as `EmbedTexts` do.
 */
export async function lookUp(
  clients: LookUpClients,
  request: LookUpRequest,
  signal: AbortSignal,
): Promise<FoundPassage[]> {
  const { question, use, about } = request;
  if (question.trim() === '') return [];
  const attributes = {
    'gen_ai.operation.name': 'retrieval',
    'gen_ai.data_source.id': use.collections.join(', '),
    ...(about.conversationId !== undefined && { 'gen_ai.conversation.id': about.conversationId }),
    ...(spansShowContent() && { 'gen_ai.retrieval.query.text': question }),
  };
  return inSpan({ name: 'retrieval', kind: spanKinds.client, attributes }, async (span) => {
    const found = await findPassages(clients, request, signal);
    span.set({ 'colloquy.passages': found.length });
    return found;
  });
}

async function findPassages(
  { knowledge, embedTexts }: LookUpClients,
  { projectId, use, question, about, purpose = 'look_up' }: LookUpRequest,
  signal: AbortSignal,
): Promise<FoundPassage[]> {
  const rules = lookUpRules(use);
  const collections = await namedCollections(knowledge, projectId, use.collections);
  const words = storableText(segmentedWords(question));
  const hits: Match[] = [];
  for (const group of bySpace(collections)) {
    const [{ embeddingModel: model, dimensions }] = group;
    const ids = group.map(({ id }) => id);
    const [only] = ids;
    const { vectors } = await embedTexts(
      {
        projectId,
        collection: { model, dimensions },
        texts: [question],
        purpose,
        about: { ...about, ...(ids.length === 1 && only !== undefined && { collectionId: only }) },
      },
      signal,
    );
    const { neighbours: _neighbours, ...ranking } = rules;
    hits.push(
      ...(await knowledge.match({
        projectId,
        collectionIds: ids,
        embedding: vectors[0] ?? [],
        words,
        ...ranking,
      })),
    );
  }
  const best = hits.sort((a, b) => b.score - a.score).slice(0, rules.count);
  const around =
    rules.neighbours === 0 || best.length === 0
      ? []
      : await knowledge.reader.entriesAround(
          projectId,
          best.map(({ id }) => id),
          rules.neighbours,
        );
  return joinHits(best, around);
}

async function namedCollections(
  knowledge: KnowledgeStore,
  projectId: string,
  names: readonly string[],
): Promise<NamedCollection[]> {
  const found = await knowledge.reader.findCollections(projectId, names);
  const missing = names.filter((name) => !found.some((each) => each.name === name));
  if (missing.length === 0) return found;
  throw new KnowledgeError(
    'not_found',
    `The project has no collection named ${missing.map((name) => `"${name}"`).join(', ')}. Make it, or name another.`,
  );
}

/** Collections whose vectors can be compared, together. */
function bySpace(collections: readonly NamedCollection[]): [NamedCollection, ...NamedCollection[]][] {
  const groups = new Map<string, [NamedCollection, ...NamedCollection[]]>();
  for (const collection of collections) {
    const key = JSON.stringify([collection.embeddingModel, collection.dimensions]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [collection]);
    else group.push(collection);
  }
  return [...groups.values()];
}
