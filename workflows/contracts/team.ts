import { z } from 'zod';
import type { TeamConfig } from '../domain/team.ts';
import { teamFinding } from './findings/finding.ts';
import { teamFaults } from './teamSchema/checks.ts';
import { flag, integer, list, object, text } from './teamSchema/fields.ts';
import { participantSchemaOf } from './teamSchema/participants.ts';
import { patternConfigSchema } from './teamSchema/pattern.ts';
import { terminationConditionSchema } from './teamSchema/termination.ts';
import { toolPolicySchema } from './teamSchema/tools.ts';
import { upgradeTeam } from './teamSchema/upgrade.ts';

export { terminationConditionSchema };

const currentTeamSchema: z.ZodType<TeamConfig> = z.lazy(() =>
  object({
    name: text(200, 1).nullable(),
    description: text(10_000),
    pattern: patternConfigSchema,
    participants: list(participantSchemaOf(currentTeamSchema), 100).min(1, teamFinding('noParticipant')),
    termination: terminationConditionSchema.nullable(),
    maxTurns: integer(1, 1_000_000).nullable(),
    emitTeamEvents: flag(),
    toolPolicies: list(toolPolicySchema, 200),
  }).superRefine((team, context) => {
    for (const { path, message } of teamFaults(team)) context.addIssue({ code: 'custom', path, message });
  }),
);

/** A team as stored in a version, also as 0.1.0 stored it; every message says what is wrong and what to do. */
export const teamConfigSchema: z.ZodType<TeamConfig> = z.preprocess(upgradeTeam, currentTeamSchema);
