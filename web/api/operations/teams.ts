import { randomUUID } from 'node:crypto';
import { exportComponent } from '../../../workflows/contracts/autogen/exportComponent.ts';
import { assertNever } from '../../../workflows/domain/json.ts';
import type { ProjectScope } from '../../app/data/accounts/projectScope.server.ts';
import { createTeam } from '../../app/data/teams/createTeam.server.ts';
import { readTeamRecords } from '../../app/data/teams/readTeamRecords.server.ts';
import { saveTeamVersion, type SaveTeamVersionResult } from '../../app/data/teams/saveTeamVersion.server.ts';
import { services } from '../../app/services.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';
import { notesInEnglish, sentTeams } from './sentTeams.ts';

/** The operations on teams. */
export const teamOperations: Pick<
  OperationHandlers,
  'listTeams' | 'importTeams' | 'readTeam' | 'listTeamVersions' | 'addTeamVersion' | 'exportTeam'
> = {
  listTeams: async ({ holder }) => {
    const records = await readTeamRecords(holder.scope, {});
    return { body: { teams: records.filter(({ team }) => !team.archived).map(({ team }) => team) } };
  },

  importTeams: async ({ holder: { scope, userId }, body }) => {
    const { teams, notes } = sentTeams(body.definition);
    if (body.name !== undefined && teams.length > 1) throw oneNameForSeveral(teams.length);
    const stored = [];
    for (const [index, { name, config, notes: its }] of teams.entries()) {
      const result = await createTeam(scope, {
        teamId: randomUUID(),
        userId,
        name: body.name ?? name,
        note: '',
        config,
        whenTaken: body.name === undefined ? 'rename' : 'refuse',
        whenSame: 'take',
      });
      if (result.outcome === 'name_taken') throw nameTaken(body.name ?? name);
      stored.push({
        team: (await requireTeam(scope, result.teamId)).team,
        created: result.outcome === 'created',
        notes: index === 0 ? [...notes, ...its] : its,
      });
    }
    return { status: stored.some(({ created }) => created) ? 201 : 200, body: { teams: stored } };
  },

  readTeam: async ({ holder, params, query }) => {
    const { team, config } = await requireTeam(holder.scope, params.teamId, query.version);
    return { body: { ...team, config } };
  },

  listTeamVersions: async ({ holder, params }) => {
    const { versions } = await requireTeam(holder.scope, params.teamId);
    return { body: { versions } };
  },

  addTeamVersion: async ({ holder: { scope, userId }, params: { teamId }, body }) => {
    const { teams, notes } = sentTeams(body.definition);
    const [first] = teams;
    if (first === undefined || teams.length > 1) throw oneNameForSeveral(teams.length);
    const result = await saveTeamVersion(scope, {
      teamId,
      userId,
      versionId: randomUUID(),
      basedOn: body.basedOn ?? null,
      name: null,
      note: body.note,
      config: first.config,
    });
    const made = versionMade(result);
    const { versions } = await requireTeam(scope, teamId);
    const version = versions.find(({ version: number }) => number === made);
    if (version === undefined) throw notFound('team');
    const created = result.outcome === 'saved';
    return {
      status: created ? 201 : 200,
      body: { version, created, notes: [...notes, ...first.notes] },
    };
  },

  exportTeam: async ({ holder, params, query }) => {
    const { config } = await requireTeam(holder.scope, params.teamId, query.version);
    const { component, notes } = exportComponent(config, services().environment.DEFAULT_MODEL);
    return { body: { component, notes: notesInEnglish(notes) } };
  },
};

async function requireTeam(scope: ProjectScope, teamId: string, version?: number) {
  const [record] = await readTeamRecords(scope, { teamId, ...(version === undefined ? {} : { version }) });
  if (record !== undefined) return record;
  if (version === undefined) throw notFound('team');
  throw notFound('version of a team');
}

/** The number of the version that holds the definition that was sent. */
function versionMade(result: SaveTeamVersionResult): number {
  switch (result.outcome) {
    case 'saved':
    case 'repeated':
    case 'unchanged':
      return result.version;
    case 'stale':
      throw stale(result);
    case 'unknown_team':
      throw notFound('team');
    case 'name_taken':
      throw new Error('The name is reported as taken, but a new version keeps its team’s name');
    default:
      return assertNever(result);
  }
}

function stale({ newest, author, savedAt }: Extract<SaveTeamVersionResult, { outcome: 'stale' }>): Problem {
  const version = String(newest);
  return new Problem({
    kind: 'stale',
    status: 409,
    title: `The newest version is ${version}, saved by ${author ?? 'somebody unknown'}`,
    detail: `Nothing was stored. Read version ${version}, apply your changes to it, and send it with \`basedOn\`: ${version}.`,
    newest: { version: newest, author, createdAt: savedAt.toISOString() },
  });
}

function oneNameForSeveral(count: number): Problem {
  return new Problem({
    kind: 'invalid_request',
    status: 422,
    title: `The file contains ${String(count)} teams`,
    detail:
      'A name is possible for a single team only: leave it out to import all of them, or send one team.',
  });
}

function nameTaken(name: string): Problem {
  return new Problem({
    kind: 'name_taken',
    status: 409,
    title: `There is already another team named ${name}`,
    detail: 'Choose another name, or add a version to that team.',
  });
}
