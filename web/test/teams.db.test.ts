import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { agent, team } from '../../workflows/domain/team.ts';
import { startConversation } from '../app/data/conversations/startConversation.server.ts';
import { archiveTeam } from '../app/data/teams/archiveTeam.server.ts';
import { createTeam } from '../app/data/teams/createTeam.server.ts';
import { importTeams } from '../app/data/teams/importTeams.server.ts';
import { listStoredTeams, listTeams, listTeamsPage } from '../app/data/teams/listTeams.server.ts';
import { readTeam } from '../app/data/teams/readTeam.server.ts';
import { readTeamVersion } from '../app/data/teams/readTeamVersion.server.ts';
import { restoreTeamVersion } from '../app/data/teams/restoreTeamVersion.server.ts';
import { saveTeamVersion, type SaveTeamVersionOptions } from '../app/data/teams/saveTeamVersion.server.ts';
import { fault } from '../app/languages/fault.ts';
import { type DataWorld, openDataWorld, TEST_TEAM, type TestProject } from './support/dataWorld.ts';

const CHANGED = team({ ...TEST_TEAM, description: 'Changed' });

describe('teams', () => {
  let world: DataWorld;
  let project: TestProject;
  beforeAll(async () => {
    world = await openDataWorld();
  });
  beforeEach(async () => {
    project = await world.addProject();
  });
  afterAll(async () => {
    await world.close();
  });

  const save = (options: Partial<SaveTeamVersionOptions> = {}) =>
    saveTeamVersion(project.scope, {
      teamId: project.teamId,
      userId: project.userId,
      versionId: randomUUID(),
      basedOn: 1,
      name: 'Editors',
      note: 'A note',
      config: CHANGED,
      ...options,
    });

  /** The ids of new teams with these names. */
  const addTeams = async (...names: string[]) => {
    const { outcome } = await importTeams(project.scope, {
      userId: project.userId,
      submissionId: randomUUID(),
      teams: names.map((name) => ({ name, config: TEST_TEAM, notes: [] })),
      chosen: names.map((name, index) => ({ index, name })),
    });
    expect(outcome).toBe('imported');
    const teams = await listStoredTeams(project.scope, { archived: false });
    return names.map((name) => teams.find((each) => each.name === name)?.id);
  };

  const versions = async () => (await readTeam(project.scope, { teamId: project.teamId }))?.versions ?? [];

  test('a save creates the next version, with author and reason', async () => {
    expect(await save()).toEqual({ outcome: 'saved', version: 2 });
    expect(await versions()).toMatchObject([
      { version: 2, note: 'A note', author: 'Ada', description: 'Changed' },
      { version: 1, author: null },
    ]);
    const audit = await world.database.auditEvent.findFirstOrThrow({ where: { subjectId: project.teamId } });
    expect(audit).toMatchObject({ action: 'team.save', userId: project.userId, detail: { version: 2 } });
  });

  test('the same form sent twice, even at once, is one version', async () => {
    const versionId = randomUUID();
    const outcomes = await Promise.all([save({ versionId }), save({ versionId })]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['repeated', 'saved']);
    expect(await versions()).toHaveLength(2);
  });

  test('of two people who save at once, one is told about the other', async () => {
    const outcomes = await Promise.all([
      save(),
      save({ config: team({ ...TEST_TEAM, description: 'Changed otherwise' }) }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['saved', 'stale']);
    expect(outcomes.find(({ outcome }) => outcome === 'stale')).toMatchObject({ newest: 2, author: 'Ada' });
  });

  test('an unchanged definition creates no version, but a new name does', async () => {
    expect(await save({ config: TEST_TEAM })).toEqual({ outcome: 'unchanged', version: 1 });
    expect(await save({ config: TEST_TEAM, name: 'Redactors' })).toEqual({ outcome: 'saved', version: 2 });
    expect((await readTeam(project.scope, { teamId: project.teamId }))?.name).toBe('Redactors');
  });

  test('a name that another team has is refused, and nothing is saved', async () => {
    const fields = { userId: project.userId, note: '', config: TEST_TEAM };
    const made = await createTeam(project.scope, { ...fields, teamId: randomUUID(), name: 'Others' });
    expect(made.outcome).toBe('created');
    expect(await save({ name: 'Others' })).toEqual({ outcome: 'name_taken' });
    expect(await versions()).toHaveLength(1);
    const again = await createTeam(project.scope, { ...fields, teamId: randomUUID(), name: 'Others' });
    expect(again).toEqual({ outcome: 'name_taken' });
  });

  test('a team is created once, however often its form is sent', async () => {
    const options = {
      teamId: randomUUID(),
      userId: project.userId,
      name: 'New',
      note: '',
      config: TEST_TEAM,
    };
    const outcomes = await Promise.all([
      createTeam(project.scope, options),
      createTeam(project.scope, options),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['created', 'repeated']);
  });

  test('a form that is sent again with other words loses none of them', async () => {
    const versionId = randomUUID();
    await save({ versionId });
    const other = team({ ...TEST_TEAM, description: 'Thought better of' });
    expect(await save({ versionId, config: other })).toMatchObject({ outcome: 'stale', newest: 2 });
    const made = { teamId: randomUUID(), userId: project.userId, name: 'New', note: '', config: TEST_TEAM };
    await createTeam(project.scope, made);
    expect(await createTeam(project.scope, { ...made, config: other })).toEqual({
      outcome: 'differs',
      teamId: made.teamId,
    });
  });

  test('the order of a schema’s fields is part of what a team is', async () => {
    const writer = (properties: { [field: string]: { type: string } }) =>
      team({
        participants: [
          agent({
            name: 'writer',
            output: {
              name: 'answer',
              schema: { type: 'object', properties },
              formatString: null,
            },
          }),
        ],
      });
    const type = { type: 'string' };
    await save({ config: writer({ first: type, second: type }) });
    const turned = writer({ second: type, first: type });
    expect(await save({ basedOn: 2, config: turned })).toEqual({ outcome: 'saved', version: 3 });
  });

  test('another project’s team is not found', async () => {
    const stranger = await world.addProject();
    const { teamId } = stranger;
    expect(await save({ teamId })).toEqual({ outcome: 'unknown_team' });
    expect(await archiveTeam(project.scope, { teamId, userId: project.userId, archived: true })).toBe(false);
    expect(await readTeamVersion(project.scope, { teamId, version: 1 })).toBeNull();
    const taken = { teamId, userId: project.userId, name: 'Mine', note: '', config: TEST_TEAM };
    expect(await createTeam(project.scope, taken)).toEqual({ outcome: 'name_taken' });
  });

  test('an old version is restored as a new one', async () => {
    await save();
    const restored = await restoreTeamVersion(project.scope, {
      teamId: project.teamId,
      userId: project.userId,
      versionId: randomUUID(),
      basedOn: 2,
      version: 1,
    });
    expect(restored).toEqual({ outcome: 'saved', version: 3 });
    const third = await readTeamVersion(project.scope, { teamId: project.teamId, version: 3 });
    expect(third?.stored).toEqual({ ok: true, config: TEST_TEAM });
  });

  test('a prompt with a NUL in it can be stored', async () => {
    const config = team({ participants: [agent({ name: 'writer', systemMessage: 'a\0b \\u0000' })] });
    expect(await save({ config })).toMatchObject({ outcome: 'saved' });
    const stored = await readTeamVersion(project.scope, { teamId: project.teamId, version: 2 });
    expect(stored?.stored).toMatchObject({
      ok: true,
      config: { participants: [{ systemMessage: 'ab \\u0000' }] },
    });
  });

  test('a version that can’t be read is in the list, but not among the teams that can run', async () => {
    await world.database.teamVersion.create({
      data: {
        projectId: project.scope.projectId,
        teamId: project.teamId,
        version: 2,
        description: '',
        config: { from: 'the future' },
      },
    });
    expect(await listTeams(project.scope)).toEqual([]);
    expect(await listStoredTeams(project.scope, { archived: false })).toMatchObject([
      { name: 'Editors', version: 2, stored: { ok: false, raw: { from: 'the future' } } },
    ]);
  });

  test('recently used teams come first when one is chosen, the others by name', async () => {
    const ids = await addTeams('Beta', 'Alpha', 'Gamma');
    await startConversation(project.scope, project.userId, {
      team: { teamId: ids[2] ?? '' },
      task: 'A task',
      idempotencyKey: randomUUID(),
    });
    const names = (await listTeams(project.scope)).map(({ name }) => name);
    expect(names).toEqual(['Gamma', 'Alpha', 'Beta', 'Editors']);
  });

  test('are found by a part of their name, a page at a time', async () => {
    await addTeams(...Array.from({ length: 30 }, (_, index) => `Bureau ${String(index + 10)}`), '100%');
    const page = async (search: string, number = 1) => {
      const { rows, ...place } = await listTeamsPage(project.scope, false, { search, page: number });
      return { ...place, names: rows.map(({ name }) => name) };
    };
    expect(await page('bureau', 2)).toMatchObject({
      page: 2,
      pages: 2,
      total: 30,
      names: ['Bureau 34', 'Bureau 35', 'Bureau 36', 'Bureau 37', 'Bureau 38', 'Bureau 39'],
    });
    expect(await page('reau 12')).toMatchObject({ total: 1, names: ['Bureau 12'] });
    expect(await page('%')).toMatchObject({ names: ['100%'] });
  });

  test('an import creates what was chosen, once', async () => {
    const found = { name: 'Found', config: TEST_TEAM, notes: [] };
    const options = {
      userId: project.userId,
      submissionId: randomUUID(),
      teams: [found, found, found],
      chosen: [
        { index: 0, name: 'First' },
        { index: 2, name: 'Third' },
      ],
    };
    const first = await importTeams(project.scope, options);
    expect(first).toMatchObject({ outcome: 'imported' });
    expect(await importTeams(project.scope, options)).toEqual(first);
    const names = (await listTeams(project.scope)).map(({ name }) => name);
    expect(names).toEqual(['Editors', 'First', 'Third']);
    const wrong = [
      { index: 0, name: '  ' },
      { index: 1, name: 'Editors' },
    ];
    const other = { ...options, submissionId: randomUUID() };
    expect(await importTeams(project.scope, { ...other, chosen: wrong })).toMatchObject({
      outcome: 'refused',
      nameErrors: { 0: fault('teams:faults.nameMissing') },
    });
    expect(await importTeams(project.scope, { ...other, chosen: wrong.slice(1) })).toMatchObject({
      outcome: 'refused',
      nameErrors: { 1: fault('teams:faults.nameTaken', { name: 'Editors' }) },
    });
  });
});
