import { z } from 'zod';
import { id } from './fields.ts';
import {
  editMemoryBody,
  listMemoryQuery,
  memoryEntrySchema,
  memoryEntryWithChangesSchema,
  memoryPageSchema,
} from './memory.ts';
import {
  addedVersionSchema,
  addVersionBody,
  exportedTeamSchema,
  importReportSchema,
  importTeamsBody,
  teamConfig,
  teamSchema,
  teamVersionSchema,
} from './teams.ts';

const ofTeam = { teamId: id };
const ofMemoryEntry = { teamId: id, entryId: id };

const versionQuery = z.strictObject({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('The version to read; the newest by default.'),
});

function changingMemory(verb: string, summary: string) {
  return {
    method: 'post',
    path: `/teams/{teamId}/memory/{entryId}/${verb}`,
    tag: 'Teams',
    summary,
    params: ofMemoryEntry,
    response: memoryEntrySchema,
    refusals: [404],
  } as const;
}

/** The endpoints of teams and what they remember, by their operation id. */
export const teamEndpoints = {
  listTeams: {
    method: 'get',
    path: '/teams',
    tag: 'Teams',
    summary: 'Lists the project’s teams by name',
    params: {},
    response: z.object({ teams: z.array(teamSchema) }).meta({ id: 'Teams' }),
    refusals: [],
  },
  importTeams: {
    method: 'post',
    path: '/teams',
    tag: 'Teams',
    summary: 'Creates a team',
    description:
      'From Colloquy’s own JSON or AutoGen’s. A team that already exists with the same content is not created again. `notes` lists what could not be imported.',
    params: {},
    body: importTeamsBody,
    response: importReportSchema,
    refusals: [409, 422],
  },
  readTeam: {
    method: 'get',
    path: '/teams/{teamId}',
    tag: 'Teams',
    summary: 'Reads a team with the configuration of one version',
    params: ofTeam,
    query: versionQuery,
    response: teamSchema.extend({ config: teamConfig }).meta({ id: 'TeamWithConfig' }),
    refusals: [404],
  },
  listTeamVersions: {
    method: 'get',
    path: '/teams/{teamId}/versions',
    tag: 'Teams',
    summary: 'Lists a team’s versions, newest first',
    params: ofTeam,
    response: z.object({ versions: z.array(teamVersionSchema) }).meta({ id: 'TeamVersions' }),
    refusals: [404],
  },
  addTeamVersion: {
    method: 'post',
    path: '/teams/{teamId}/versions',
    tag: 'Teams',
    summary: 'Creates a team’s next version',
    description:
      'Conversations keep the version that they run. A configuration equal to the newest version creates no new one. With `basedOn`, a version that somebody saved in the meantime is not overwritten: the response is 409, and `newest` says which version that is and who saved it.',
    params: ofTeam,
    body: addVersionBody,
    response: addedVersionSchema,
    refusals: [404, 409, 422],
  },
  exportTeam: {
    method: 'get',
    path: '/teams/{teamId}/export',
    tag: 'Teams',
    summary: 'Exports a team as AutoGen component JSON',
    params: ofTeam,
    query: versionQuery,
    response: exportedTeamSchema,
    refusals: [404],
  },
  listMemory: {
    method: 'get',
    path: '/teams/{teamId}/memory',
    tag: 'Teams',
    summary: 'Lists what a team remembers',
    params: ofTeam,
    query: listMemoryQuery,
    response: memoryPageSchema,
    refusals: [404],
  },
  readMemoryEntry: {
    method: 'get',
    path: '/teams/{teamId}/memory/{entryId}',
    tag: 'Teams',
    summary: 'Reads an entry of a team’s memory with its history',
    params: ofMemoryEntry,
    response: memoryEntryWithChangesSchema,
    refusals: [404],
  },
  editMemoryEntry: {
    ...changingMemory('edit', 'Corrects an entry of a team’s memory'),
    description:
      'No model changes the entry afterwards. With `basedOn`, an entry that has changed in the meantime is not overwritten (409).',
    body: editMemoryBody,
    refusals: [404, 409, 422],
  },
  pinMemoryEntry: changingMemory('pin', 'Pins an entry: every run is given it, and no model changes it'),
  unpinMemoryEntry: changingMemory('unpin', 'Unpins an entry'),
  deleteMemoryEntry: changingMemory('delete', 'Deletes an entry; what it says is not remembered again'),
} as const;
