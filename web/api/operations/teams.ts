import { exportComponent } from '../../../workflows/contracts/autogen/exportComponent.ts';
import type { ProjectScope } from '../../app/auth/projectScope.server.ts';
import { addTeamVersion as storeVersion } from '../../app/data/addTeamVersion.server.ts';
import { expressionProblems } from '../../app/data/expressionProblems.server.ts';
import { readTeamRecords } from '../../app/data/readTeamRecords.server.ts';
import { storeTeam } from '../../app/data/storeTeam.server.ts';
import { readDefinition } from '../../app/teams/readDefinition.ts';
import { notFound, Problem } from '../problem.ts';
import type { OperationHandlers } from '../operation.ts';

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
    const { teams, notes } = teamsOf(body.definition);
    if (body.name !== undefined && teams.length > 1) throw oneNameForSeveral(teams.length);
    const stored = [];
    for (const [index, { name, config, notes: its }] of teams.entries()) {
      const result = await storeTeam(scope, {
        userId,
        name: body.name ?? name,
        config,
        whenTaken: body.name === undefined ? 'rename' : 'refuse',
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
    const { teams, notes } = teamsOf(body.definition);
    const [first] = teams;
    if (first === undefined || teams.length > 1) throw oneNameForSeveral(teams.length);
    const result = await storeVersion(scope, { userId, teamId, config: first.config });
    if (result === null) throw notFound('team');
    const { versions } = await requireTeam(scope, teamId);
    const version = versions.find(({ version: number }) => number === result.version);
    if (version === undefined) throw notFound('team');
    const created = result.outcome === 'created';
    return {
      status: created ? 201 : 200,
      body: { version, created, notes: [...notes, ...first.notes] },
    };
  },

  exportTeam: async ({ holder, params, query }) => {
    const { config } = await requireTeam(holder.scope, params.teamId, query.version);
    const { component, notes } = exportComponent(config);
    return { body: { component, notes } };
  },
};

async function requireTeam(scope: ProjectScope, teamId: string, version?: number) {
  const [record] = await readTeamRecords(scope, { teamId, ...(version === undefined ? {} : { version }) });
  if (record === undefined) throw notFound('team');
  return record;
}

function teamsOf(definition: unknown) {
  const read = readDefinition(definition);
  const problems = read.ok ? read.teams.flatMap(({ config }) => expressionProblems(config)) : read.problems;
  if (read.ok && problems.length === 0) return read;
  throw new Problem({
    kind: 'import_refused',
    status: 422,
    title: problems[0]?.message ?? 'It is no team',
    detail: 'Correct what `problems` lists, then send it again. Nothing was stored.',
    problems: problems.map(({ path, message, fix }) => ({ path, message, ...(fix === '' ? {} : { fix }) })),
  });
}

function oneNameForSeveral(count: number): Problem {
  return new Problem({
    kind: 'invalid_request',
    status: 422,
    title: `The file holds ${String(count)} teams`,
    detail: 'Leave the name out to import all of them, or send one team.',
  });
}

function nameTaken(name: string): Problem {
  return new Problem({
    kind: 'name_taken',
    status: 409,
    title: `There is another team named ${name}`,
    detail: 'Take another name, or make a new version of that team.',
  });
}
