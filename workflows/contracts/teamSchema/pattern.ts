import type { z } from 'zod';
import type { PatternConfig } from '../../domain/patterns/registry.ts';
import { contractOf, patternKinds } from '../patterns/registry.ts';
import { ofKinds, unknownKind } from './fields.ts';

/** How a team chooses its speakers, as a person could have written it. */
export const patternConfigSchema: z.ZodType<PatternConfig> = ofKinds(
  patternKinds.map((kind) => contractOf({ kind }).config),
  unknownKind(patternKinds),
);
