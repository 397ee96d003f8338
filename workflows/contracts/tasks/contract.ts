import { z } from 'zod';
import type { DecisionsByKind, TaskKind, TasksByKind } from '../../domain/tasks/registry.ts';

/** A kind of human task where it crosses a boundary: in a stored state, in the inbox's row, in the API, in an answer. */
export interface TaskContract<Kind extends TaskKind> {
  /** The schema of a stored task. */
  task: z.ZodType<TasksByKind[Kind]>;
  /** The fields that only this kind has in the API; null on tasks of other kinds. */
  fields: Record<string, z.ZodType>;
  /** These fields, and what only pages need, from the detail of the inbox's row; null where it says nothing of them. */
  read(detail: unknown): object;
  /** What is wrong with an answer's text, for the decisions that take one. */
  texts: { [Decision in DecisionsByKind[Kind]]?: TextRule };
}

export interface TextRule {
  /** The error if the text is empty and must not be. */
  empty?: string;
  /** Any other error, as a sentence for its author; null if there is none. */
  fault?(text: string): string | null;
}

export const taskBase = {
  id: z.uuid(),
  scope: z.string().exactOptional(),
  speaker: z.string(),
  turn: z.number().int().nonnegative(),
  seq: z.number().int().nonnegative(),
  deadlineAtMs: z.number().int(),
  quorum: z.number().int().exactOptional(),
  votes: z
    .array(
      z.object({
        userId: z.string(),
        decision: z.string(),
        submissionId: z.uuid(),
        atMs: z.number().int(),
      }),
    )
    .exactOptional(),
};
