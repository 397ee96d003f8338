import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call, text } from '../../test/support/scriptedReply.ts';
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

const watches = team({
  name: 'Watchers',
  participants: [agent({ name: 'watcher', tools: [{ kind: 'wait_until' }], maxToolIterations: 3 })],
  termination: { kind: 'text_mention', text: 'APPROVE', sources: null },
});

const jsonLines = (output: string) =>
  output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('colloquy run', () => {
  it('prints the messages until the end, and creates a team once however often its file is run', async () => {
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

  it('writes a line of JSON for each event', async () => {
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

  it('exits while a conversation waits for a person, which can then be answered', async () => {
    world.model.script(text('APPROVE'));
    const run = await world.colloquy(['run', world.file('askers.json', asksPerson), 'Ask.', '--no-wait']);
    expect(run.code).toBe(3);
    expect(run.err).toContain('Waiting for human to reply: What do you want?');
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

  it('exits while an agent waits for a time, which can then be woken', async () => {
    world.model.script(call('wait_until', { for: '3 days', reason: 'The market opens' }), text('APPROVE'));
    const run = await world.colloquy(['run', world.file('watch.json', watches), 'Watch.', '--no-wait']);
    expect(run.code).toBe(3);
    expect(run.err).toContain('The market opens');
    const [conversationId = ''] = /(?<=conversations\/)\S+/.exec(run.err) ?? [];
    expect(await world.colloquy(['wake', conversationId])).toMatchObject({ code: 0 });
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

  it('writes a complete transcript, to standard output or to a file', async () => {
    const long = 'Rain falls. '.repeat(20_000);
    world.model.script(text(`${long}APPROVE`));
    const run = await world.colloquy(['run', world.file('poets.json', poets), 'Long rain.', '--json']);
    const id = String(jsonLines(run.out)[0]?.['conversationId']);
    const markdown = await world.colloquy(['transcript', id]);
    expect(markdown).toMatchObject({ code: 0, err: '' });
    expect(markdown.out).toContain(`## user\n\nLong rain.\n\n## writer\n\n${long}APPROVE\n`);

    const output = world.file('transcript.json', '');
    const saved = await world.colloquy(['transcript', id, '--format', 'json', '--output', output]);
    expect(saved).toMatchObject({ code: 0, out: '', err: '' });
    const written = readFileSync(output, 'utf8');
    expect(JSON.parse(written)).toMatchObject({ id, messages: [{ content: 'Long rain.' }, {}] });
    expect((await world.colloquy(['transcript', id, '--json'])).out).toBe(written);

    const nowhere = await world.colloquy(['transcript', id, '--output', '/no/such/folder/x.md']);
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining("can't be written (ENOENT)") });
    const missing = await world.colloquy(['transcript', '00000000-0000-4000-8000-000000000000']);
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('conversation') });
  });
});

describe('colloquy import, export, list and show', () => {
  it('take a team to AutoGen and back', async () => {
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

describe('colloquy replay', () => {
  const recorded = readFileSync(
    new URL('../../test/histories/0.2.0-round-robin.json', import.meta.url),
    'utf8',
  );
  const differing = recorded.replace('"name":"recordState"', '"name":"openTask"');

  it('exits with 0 where today’s code agrees with a conversation, and calls no model', async () => {
    world.model.script(text('APPROVE'));
    const run = await world.colloquy(['run', world.file('poets.json', poets), 'Rain.', '--json']);
    const id = String(jsonLines(run.out)[0]?.['conversationId']);
    const asked = world.model.requests.length;
    const replay = await world.colloquy(['replay', id]);
    expect(replay).toMatchObject({ code: 0, err: 'No model was called.\n' });
    expect(replay.out).toMatch(
      /^Run 0 \(\S+\): It agrees: today’s code takes the same steps through all \d+ events\.\n$/,
    );
    const json = await world.colloquy(['replay', id, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ outcome: 'agrees', histories: [{ outcome: 'agrees' }] });
    expect(world.model.requests.length).toBe(asked);
  });

  it('exits with 1 where it differs and names the event, and where there is nothing to replay', async () => {
    const agrees = await world.colloquy(['replay', '--file', world.file('recorded.json', recorded)]);
    expect(agrees.code).toBe(0);
    const differs = await world.colloquy(['replay', '--file', world.file('differs.json', differing)]);
    expect(differs.code).toBe(1);
    expect(differs.out).toContain('At event 5, the recording scheduled openTask;');
    const other = await world.colloquy(['replay', '--file', world.file('other.json', { hello: 1 })]);
    expect(other).toMatchObject({ code: 1, out: expect.stringContaining('events: must be a list.') });
    const nobody = await world.colloquy(['replay', '00000000-0000-4000-8000-000000000000']);
    expect(nobody).toMatchObject({ code: 1, out: '', err: expect.stringContaining('conversation') });
  });

  it('exits with 2 if it is not said what to replay, or in two ways, or the file is no JSON', async () => {
    const file = world.file('none.json', '{"events":');
    for (const args of [['replay'], ['replay', 'x', '--file', file], ['replay', '--file', file]]) {
      expect((await world.colloquy(args)).code).toBe(2);
    }
  });
});

describe('errors', () => {
  it('say how to start a server if none is running, and how to get a token', async () => {
    const nobody = await world.colloquy(['list'], { COLLOQUY_URL: 'http://127.0.0.1:9' });
    expect(nobody).toMatchObject({ code: 4, out: '' });
    expect(nobody.err).toContain('npm start');
    const stranger = { COLLOQUY_URL: world.url, COLLOQUY_TOKEN: 'colloquy_wrong' };
    const refused = await world.colloquy(['list'], stranger);
    expect(refused).toMatchObject({ code: 4, out: '' });
    expect(refused.err).toContain('COLLOQUY_TOKEN');
    expect(refused.err).not.toContain('colloquy_wrong');
  });

  it('are usage errors if the command can’t be understood', async () => {
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
