import { z } from 'zod';
import { jsonInAnswer } from '../domain/jsonInAnswer.ts';
import { changeOps, type ProposedChange } from '../domain/memory/changes.ts';
import { memoryEntryKinds } from '../domain/memory/entry.ts';

/** More than this no model means: what it says beyond is not looked at. */
const MOST_CHANGES = 100;

const proposedChange: z.ZodType<ProposedChange> = z.object({
  op: z.enum(changeOps),
  entries: z
    .array(z.string().max(100))
    .max(1_000)
    .nullish()
    .transform((names) => names ?? []),
  kind: z.enum(memoryEntryKinds),
  text: z
    .string()
    .max(10_000)
    .nullish()
    .transform((text) => text ?? ''),
  message: z.int(),
  quote: z.string().max(10_000),
});

const answer = z.object({ changes: z.array(proposedChange).max(MOST_CHANGES) });

/** The changes that a model's answer proposes; null: it is not what was asked for, and none of it is used. */
export function readProposedChanges(text: string): ProposedChange[] | null {
  return answer.safeParse(jsonInAnswer(text)).data?.changes ?? null;
}
