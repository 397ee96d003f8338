import { z } from 'zod';
import {
  knowledgeOccasions,
  type KnowledgeUse,
  LOOK_UP_RANGES,
  type LookUpSettings,
  MOST_SEARCHED_COLLECTIONS,
} from '../../domain/knowledge/knowledgeUse.ts';
import { FILTER_KEY_MAX_CHARACTERS } from '../../domain/knowledge/metadataFilter.ts';
import { teamFinding } from '../findings/finding.ts';
import { choice, integer, list, number, object, text, unlike } from './fields.ts';
import { json } from './model.ts';
import { toolName } from './tools.ts';

const { count, threshold, vectorWeight, diversity, neighbours } = LOOK_UP_RANGES;

const rankingFields = {
  count: integer(count.min, count.max),
  filter: z
    .record(text(FILTER_KEY_MAX_CHARACTERS, 1), json, { error: unlike(teamFinding('object')) })
    .optional(),
  threshold: number(threshold.min, threshold.max).optional(),
  vectorWeight: number(vectorWeight.min, vectorWeight.max).optional(),
  diversity: number(diversity.min, diversity.max).optional(),
  neighbours: integer(neighbours.min, neighbours.max).optional(),
};

/** What an agent knows from documents, as a person may write it. */
export const knowledgeUseSchema: z.ZodType<KnowledgeUse> = object({
  collections: list(text(120, 1), 20).min(1, teamFinding('noCollectionNamed')),
  how: choice(knowledgeOccasions),
  ...rankingFields,
  toolName: toolName.optional(),
  toolDescription: text(10_000, 1).optional(),
});

/** Where and how a person's search looks. It may look in every collection of a project. */
export const lookUpSettingsSchema: z.ZodType<LookUpSettings> = object({
  collections: list(text(120, 1), MOST_SEARCHED_COLLECTIONS),
  ...rankingFields,
});
