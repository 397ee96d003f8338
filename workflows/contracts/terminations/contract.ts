import { z } from 'zod';
import type { Json } from '../../domain/json.ts';
import type { LeafConditions, LeafKind, LeafStates } from '../../domain/terminations/registry.ts';
import type { Fields } from '../autogen/fields.ts';
import { teamFinding } from '../findings/finding.ts';
import { list, text } from '../teamSchema/fields.ts';

/** A kind of termination condition where it crosses a boundary: in a team's JSON, in a stored state, in AutoGen's JSON. */
export interface TerminationContract<Kind extends LeafKind> {
  /** What a person may write. */
  condition: z.ZodType<LeafConditions[Kind]>;
  /** What is stored of it. */
  state: z.ZodType<LeafStates[Kind]>;
  autogen: AutogenMapping<LeafConditions[Kind]>;
}

export type AutogenMapping<Condition> =
  | {
      /** The class of `autogen_agentchat.conditions`. */
      component: string;
      read(fields: Fields): Condition;
      /** The component's configuration; what is null or undefined is left out. */
      write(condition: Condition): Record<string, Json | undefined>;
      /** Fields that AutoGen wants in the file although they are null. */
      keepsNulls?: true;
      /** What AutoGen does not load of it, by the field. */
      notes?(condition: Condition): { field: string; message: string }[];
    }
  /** AutoGen has none like it: what the export says in its place. */
  | { component: null; note: string };

export const count = z.number().int().nonnegative();
export const fired = z.string().nullable();

/** The state of a kind that remembers nothing but that it has fired. */
export function latch<Kind extends string>(kind: Kind) {
  return z.object({ kind: z.literal(kind), fired });
}

export const name = text(200, 1);
export const names = list(name, 100).min(1, teamFinding('nobodyNamed'));
