import { z } from 'zod';
import { teamConfigSchema } from '../team.ts';
import { id, json, moment, storable } from './fields.ts';

/** What a team is: Colloquy's own form (docs/autogen.md says how it relates to AutoGen's). */
export const teamConfig = teamConfigSchema.meta({ id: 'TeamConfig' });

/** A team with its newest version. */
export const teamSchema = z
  .object({
    id,
    name: z.string(),
    version: z.number().int().describe('The newest version, from 1.'),
    versionId: id,
    description: z.string(),
    pattern: z.string().describe('How the next speaker is chosen.'),
    participants: z.array(z.object({ name: z.string(), kind: z.string() })),
    createdAt: moment.describe('When the newest version was created.'),
    archived: z.boolean(),
  })
  .meta({ id: 'Team' });

export const teamVersionSchema = z
  .object({
    id,
    version: z.number().int(),
    description: z.string(),
    note: z.string().describe('What is new in it, as its author described it.'),
    author: z.string().nullable().describe('Who created it; null for the installation or a deleted account.'),
    createdAt: moment,
  })
  .meta({ id: 'TeamVersion' });

/** Parts of a file that could not be imported unchanged. */
export const noteSchema = z
  .object({ path: z.string().describe('A JSON path in the file.'), message: z.string() })
  .meta({ id: 'ImportNote' });

const definition = json.describe(
  'A TeamConfig, an AutoGen component (a team or a single agent), or a file of AutoGen Studio (a team or a gallery).',
);

export const importTeamsBody = z
  .strictObject({
    definition,
    name: storable(z.string().trim().min(1).max(100))
      .optional()
      .describe(
        'The team’s name; by default the name in the file, made unique. Only for a file with one team.',
      ),
  })
  .meta({ id: 'ImportTeams' });

/** A team that was created, or that already existed with the same content. */
export const importedTeamSchema = z
  .object({ team: teamSchema, created: z.boolean(), notes: z.array(noteSchema) })
  .meta({ id: 'ImportedTeam' });

export const importReportSchema = z
  .object({ teams: z.array(importedTeamSchema) })
  .meta({ id: 'ImportReport' });

export const addVersionBody = z
  .strictObject({
    definition,
    basedOn: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe(
        'The version that you have read. If somebody has created a newer one, nothing is stored (409). If it is missing, a new version is created in any case.',
      ),
    note: storable(z.string().trim().max(500, 'is too long; at most 500 characters are accepted'))
      .default('')
      .describe('What is new in it, for readers of the list of versions.'),
  })
  .meta({ id: 'AddTeamVersion' });

export const addedVersionSchema = z
  .object({ version: teamVersionSchema, created: z.boolean(), notes: z.array(noteSchema) })
  .meta({ id: 'AddedTeamVersion' });

export const exportedTeamSchema = z
  .object({
    component: json.describe('The team as an AutoGen component, without keys.'),
    notes: z.array(noteSchema).describe('What AutoGen cannot express.'),
  })
  .meta({ id: 'ExportedTeam' });

export type ApiTeam = z.infer<typeof teamSchema>;
export type ApiTeamVersion = z.infer<typeof teamVersionSchema>;
export type ApiImportReport = z.infer<typeof importReportSchema>;
