import { z } from 'zod';
import type { ManagerWork, PatternState, PlannedPattern } from '../domain/patterns/registry.ts';
import type { TerminationState } from '../domain/terminations/condition.ts';
import { contractOf, patternKinds } from './patterns/registry.ts';
import { asOptions, ofKinds } from './teamSchema/fields.ts';
import { fired } from './terminations/contract.ts';
import { leafKinds, terminationContracts } from './terminations/registry.ts';

const contracts = patternKinds.map((kind) => contractOf({ kind }));

/** A pattern's state, as passed through continue-as-new and stored in the rows of turns. */
export const patternStateSchema: z.ZodType<PatternState> = ofKinds(contracts.map(({ state }) => state));

/** The workflow's part of a pattern, as it passes in a start's argument. */
export const plannedPatternSchema: z.ZodType<PlannedPattern> = ofKinds(
  contracts.map(({ planned }) => planned),
);

/** The work of a pattern's manager, as stored in a state. */
export const managerWorkSchema: z.ZodType<ManagerWork> = ofKinds(
  contracts.flatMap(({ works }) => Object.values<z.ZodType<ManagerWork>>(works)),
);

/** A condition's state; as version 0.1.0 stored it, an `and` has no `reasons` yet. */
export const terminationStateSchema: z.ZodType<TerminationState> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['and', 'or']),
      fired,
      conditions: z.array(terminationStateSchema),
      reasons: z.exactOptional(z.array(z.string())),
    }),
    ...asOptions(leafKinds.map((kind) => terminationContracts[kind].state)),
  ]),
) as unknown as z.ZodType<TerminationState>;
