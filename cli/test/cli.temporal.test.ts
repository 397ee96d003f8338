import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { text } from '../../test/support/scriptedReply.ts';
import { entrySchema } from '../../workflows/contracts/api/messages.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { type CliWorld, openCliWorld } from './cliWorld.ts';

let world: CliWorld;

beforeAll(async () => {
  world = await openCliWorld();
});
afterAll(async () => {
  await world.close();
});

const poets = team({
  name: 'Poets',
  participants: [agent({ name: 'writer' }), agent({ name: 'critic' })],
  termination: { kind: 'text_mention', text: 'APPROVE', sources: null },
});

const asksPerson = team({
  name: 'Askers',
  participants: [
    {
      kind: 'person',
      name: 'human',
      description: 'A person.',
      prompt: 'What do you want?',
      deadlineSeconds: 3_600,
      onDeadline: 'stop',
    },
    agent({ name: 'writer' }),
  ],
  termination: { kind: 'text_mention', text: 'APPROVE', sources: null },
});

const jsonLines = (output: string) =>
  output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('colloquy run', () => {
  it('shows what is said, to the end, and makes a team once however often its file is run', async () => {
    const file = world.file('poets.json', poets);
    world.model.script(text('Rain falls.'), text('APPROVE'));
    const first = await world.colloquy(['run', file, 'Write about rain.']);
    expect(first).toMatchObject({
      code: 0,
      out: 'user\nWrite about rain.\n\nwriter\nRain falls.\n\ncritic\nAPPROVE\n\n',
    });
    expect(first.err).toContain("finished: Text 'APPROVE' mentioned");
    expect(first.err).toContain(`${world.url}/conversations/`);
    expect(first.out + first.err).not.toContain(world.token);

    world.model.script(text('APPROVE'));
    expect((await world.colloquy(['run', file, 'Again.'])).code).toBe(0);
    expect(await world.database.team.count({ where: { name: { startsWith: 'Poets' } } })).toBe(1);
    world.model.script(text('APPROVE'));
    expect((await world.colloquy(['run', 'Poets', 'By its name.'])).code).toBe(0);
  });

  it('writes a line of JSON for each thing that happens', async () => {
    world.model.script(text('APPROVE'));
    const { code, out } = await world.colloquy([
      'run',
      world.file('poets.json', poets),
      'In JSON.',
      '--json',
      '--key',
      'json-1',
    ]);
    expect(code).toBe(0);
    const lines = jsonLines(out);
    expect(lines[0]).toMatchObject({ event: 'started', run: 0, team: { name: 'Poets' } });
    const messages = lines.filter(({ event }) => event === 'message').map((line) => entrySchema.parse(line));
    expect(messages.map(({ content }) => content)).toEqual(['In JSON.', 'APPROVE']);
    expect(lines.at(-1)).toMatchObject({ event: 'ended', state: 'finished' });

    const file = world.file('poets.json', poets);
    const again = await world.colloquy(['run', file, 'In JSON.', '--json', '--key', 'json-1']);
    expect(jsonLines(again.out)[0]?.['conversationId']).toBe(lines[0]?.['conversationId']);
    const other = await world.colloquy(['run', file, 'Something else.', '--json', '--key', 'json-1']);
    expect(other).toMatchObject({ code: 1, out: '' });
    expect(other.err).toContain(lines[0]?.['conversationId']);
  });

  it('leaves a conversation that waits for a person, which is then answered', async () => {
    world.model.script(text('APPROVE'));
    const run = await world.colloquy(['run', world.file('askers.json', asksPerson), 'Ask.', '--no-wait']);
    expect(run.code).toBe(3);
    expect(run.err).toContain('It is the turn of human: What do you want?');
    const [taskId = ''] = /(?<=colloquy answer )\S+/.exec(run.err) ?? [];

    const tasks = await world.colloquy(['list', 'tasks']);
    expect(tasks.out).toContain(taskId);
    expect((await world.colloquy(['answer', taskId, 'approve'])).code).toBe(1);
    expect(await world.colloquy(['answer', taskId, 'reply', '--text', 'A poem.'])).toMatchObject({
      code: 0,
      out: 'Answered.\n',
    });
    const [conversationId = ''] = /(?<=conversations\/)\S+/.exec(run.err) ?? [];
    let shown = await world.colloquy(['show', conversationId]);
    for (let tries = 0; tries < 50 && !shown.out.includes('finished'); tries += 1) {
      shown = await world.colloquy(['show', conversationId]);
    }
    expect(shown.out).toContain('user\nAsk.\n\nhuman\nA poem.\n\nwriter\nAPPROVE\n\nfinished');
  });

  it('shows how each run of a conversation ended', async () => {
    world.model.script(text('APPROVE'));
    const run = await world.colloquy(['run', world.file('poets.json', poets), 'Rain.', '--json']);
    const id = String(jsonLines(run.out)[0]?.['conversationId']);
    world.model.script(text('Snow falls.'), text('APPROVE'));
    const response = await fetch(`${world.url}/api/v1/conversations/${id}/runs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ task: 'Now about snow.' }),
    });
    expect(response.status).toBe(201);
    let shown = await world.colloquy(['show', id]);
    for (let tries = 0; tries < 50 && !shown.out.includes('Run 2 finished'); tries += 1) {
      shown = await world.colloquy(['show', id]);
    }
    expect(shown.out).toContain(
      "APPROVE\n\nRun 1 finished: Text 'APPROVE' mentioned\n\nuser\nNow about snow.\n",
    );
    expect(shown.out).toContain("Run 2 finished: Text 'APPROVE' mentioned (");
    const json = JSON.parse((await world.colloquy(['show', id, '--json'])).out) as Record<string, unknown>;
    expect(json['runs']).toMatchObject([{ state: 'finished' }, { state: 'finished' }]);
  });
});

describe('colloquy import, export, list and show', () => {
  it('carry a team to AutoGen and back', async () => {
    const imported = await world.colloquy([
      'import',
      world.file('poets.json', poets),
      '--name',
      'Travellers',
    ]);
    expect(imported.out).toMatch(/^Travellers, version 1: made/);
    const exported = await world.colloquy(['export', 'Travellers']);
    const component = JSON.parse(exported.out) as Record<string, unknown>;
    expect(component['provider']).toBe('autogen_agentchat.teams.RoundRobinGroupChat');
    const back = await world.colloquy(['import', world.file('back.json', component), '--json']);
    expect(JSON.parse(back.out)).toMatchObject({ teams: [{ team: { pattern: 'round_robin' } }] });
    expect((await world.colloquy(['list', 'teams'])).out).toContain('Travellers v1');
  });

  it('save a version, but not over one that has not been read', async () => {
    await world.colloquy(['import', world.file('poets.json', poets), '--name', 'Savers']);
    const changed = world.file('changed.json', { ...poets, maxTurns: 3 });
    const saved = await world.colloquy(['save', 'Savers', changed, '--based-on', '1', '--note', 'Shorter']);
    expect(saved).toMatchObject({ code: 0, out: 'Savers, version 2: made\n' });
    const other = world.file('other.json', { ...poets, maxTurns: 4 });
    const late = await world.colloquy(['save', 'Savers', other, '--based-on', '1']);
    expect(late).toMatchObject({ code: 1, out: '' });
    expect(late.err).toContain('The newest version is 2, saved by ');
    expect((await world.colloquy(['save', 'Savers', other, '--based-on', 'one'])).code).toBe(2);
  });

  it('say what is wrong with a file, with its path and what to do', async () => {
    const bad = { provider: 'autogen_agentchat.teams.NoSuchChat', component_type: 'team', config: {} };
    const { code, err } = await world.colloquy(['import', world.file('bad.json', bad)]);
    expect(code).toBe(1);
    expect(err).toContain('$');
  });
});

describe('what goes wrong', () => {
  it('says how to start a server where none runs, and how to get a token', async () => {
    const nobody = await world.colloquy(['list'], { COLLOQUY_URL: 'http://127.0.0.1:9' });
    expect(nobody).toMatchObject({ code: 4, out: '' });
    expect(nobody.err).toContain('npm start');
    const stranger = { COLLOQUY_URL: world.url, COLLOQUY_TOKEN: 'colloquy_wrong' };
    const refused = await world.colloquy(['list'], stranger);
    expect(refused).toMatchObject({ code: 4, out: '' });
    expect(refused.err).toContain('COLLOQUY_TOKEN');
    expect(refused.err).not.toContain('colloquy_wrong');
  });

  it('is a usage error where the command can’t be understood', async () => {
    for (const args of [
      [],
      ['dance'],
      ['run', 'x'],
      ['--nope'],
      ['run', 'missing.json', 'x'],
      ['list', 'x'],
    ]) {
      expect((await world.colloquy(args)).code).toBe(2);
    }
    expect(await world.colloquy(['--help'])).toMatchObject({ code: 0 });
  });
});
