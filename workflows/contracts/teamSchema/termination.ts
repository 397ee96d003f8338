import { z } from 'zod';
import type { TerminationCondition } from '../../domain/terminations/condition.ts';
import { teamFinding } from '../findings/finding.ts';
import { leafKinds, terminationContracts } from '../terminations/registry.ts';
import { asOptions, list, object, unknownKind } from './fields.ts';

/** A termination condition of any depth that a person could have written. */
export const terminationConditionSchema: z.ZodType<TerminationCondition> = z.lazy(() => {
  const conditions = list(terminationConditionSchema, 1_000).min(1, teamFinding('noCondition'));
  const joined = object({ kind: z.enum(['and', 'or']), conditions });
  const leaves = leafKinds.map((kind) => terminationContracts[kind].condition);
  return z.discriminatedUnion('kind', [joined, ...asOptions(leaves)], {
    error: unknownKind([...leafKinds, 'and', 'or']),
  }) as unknown as z.ZodType<TerminationCondition>;
});
