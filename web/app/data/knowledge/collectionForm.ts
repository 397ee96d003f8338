import { z } from 'zod';
import { MOST_DIMENSIONS } from '../../../../workflows/domain/knowledge/embeddingModels.ts';
import { fault } from '../../languages/fault.ts';

const dimensions = z.coerce
  .number({ error: fault('knowledge:faults.dimensions', { max: MOST_DIMENSIONS }) })
  .int(fault('knowledge:faults.dimensions', { max: MOST_DIMENSIONS }))
  .min(1, fault('knowledge:faults.dimensions', { max: MOST_DIMENSIONS }))
  .max(MOST_DIMENSIONS, fault('knowledge:faults.dimensions', { max: MOST_DIMENSIONS }));

/** A new collection. Its dimensions are asked for only where the model does not say them. */
export const collectionFormSchema = z.object({
  name: z
    .string({ error: fault('knowledge:faults.nameMissing') })
    .trim()
    .min(1, fault('knowledge:faults.nameMissing'))
    .max(100),
  description: z.string().trim().max(2_000).default(''),
  dimensions: dimensions.optional(),
});
