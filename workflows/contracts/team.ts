import { z } from 'zod';
import { USER_SOURCE } from '../domain/message.ts';
import type { TeamConfig } from '../domain/team.ts';
import type { TerminationCondition } from '../domain/terminations/condition.ts';

/** Their state travels with every turn; see decision 1 on how much may. */
const MAX_CONDITIONS = 50;

/** Names travel into prompts, tool names and URLs: AutoGen's rule is a Python identifier, and so is ours. */
const participantName = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_]{0,62}$/,
    'A name starts with a letter or _ and has only letters, digits and _',
  );

const deadlineSeconds = z
  .number()
  .int()
  .min(1, 'A deadline is at least a second')
  .max(366 * 24 * 60 * 60, 'A deadline is at most a year');

const reviewPolicy = z.strictObject({
  deadlineSeconds,
  onDeadline: z.enum(['approve', 'discard', 'stop']),
});

const participant = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('agent'),
    name: participantName,
    description: z.string().max(2_000),
    systemMessage: z.string().max(100_000),
    model: z.string().min(1).max(200).nullable(),
    temperature: z.number().min(0).max(2).nullable(),
    review: reviewPolicy.nullable(),
  }),
  z.strictObject({
    kind: z.literal('person'),
    name: participantName,
    description: z.string().max(2_000),
    prompt: z.string().max(10_000),
    deadlineSeconds,
    onDeadline: z.enum(['skip', 'stop']),
  }),
]);

/** A termination condition of any depth that a person could have written. */
export const terminationConditionSchema: z.ZodType<TerminationCondition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('max_messages'), maxMessages: z.number().int().min(1) }),
    z.strictObject({
      kind: z.literal('text_mention'),
      text: z.string().min(1).max(1_000),
      sources: z.array(z.string()).min(1).nullable(),
    }),
    z.strictObject({ kind: z.literal('external') }),
    z.strictObject({ kind: z.literal('and'), conditions: z.array(terminationConditionSchema).min(1) }),
    z.strictObject({ kind: z.literal('or'), conditions: z.array(terminationConditionSchema).min(1) }),
  ]),
);

/** A team as it is stored in a version; every message says what is wrong and where. */
export const teamConfigSchema: z.ZodType<TeamConfig> = z
  .strictObject({
    pattern: z.strictObject({ kind: z.literal('round_robin') }),
    participants: z.array(participant).min(1, 'A team has at least one participant').max(100),
    termination: terminationConditionSchema.nullable(),
    maxTurns: z.number().int().min(1).nullable(),
  })
  .superRefine((team, context) => {
    const names = team.participants.map(({ name }) => name);
    names.forEach((name, index) => {
      if (names.indexOf(name) === index) return;
      context.addIssue({
        code: 'custom',
        path: ['participants', index, 'name'],
        message: `Two participants are named ${name}; rename one`,
      });
    });
    team.participants.forEach(({ kind, name }, index) => {
      if (kind === 'person' || name !== USER_SOURCE) return;
      context.addIssue({
        code: 'custom',
        path: ['participants', index, 'name'],
        message: `"${USER_SOURCE}" is who writes the task; give the agent another name`,
      });
    });
    if (team.termination === null || countConditions(team.termination) <= MAX_CONDITIONS) return;
    context.addIssue({
      code: 'custom',
      path: ['termination'],
      message: `A team has at most ${String(MAX_CONDITIONS)} termination conditions`,
    });
  });

function countConditions(condition: TerminationCondition): number {
  if (condition.kind !== 'and' && condition.kind !== 'or') return 1;
  return 1 + condition.conditions.reduce((sum, child) => sum + countConditions(child), 0);
}
