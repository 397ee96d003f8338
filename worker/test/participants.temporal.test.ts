import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ScriptedReply, text } from '../../test/support/scriptedReply.ts';
import { type Participant, team as anyTeam, type TeamConfig } from '../../workflows/domain/team.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer, openTask } from './people.ts';
import { agent } from './teams.ts';
import { play, storyOf } from './transcript.ts';

let colloquy: Colloquy;
beforeAll(async () => {
  colloquy = await startColloquy();
});
afterAll(async () => {
  await colloquy.close();
});

const played = (config: TeamConfig, ...replies: ScriptedReply[]) => play(colloquy, config, ...replies);
const task = (content: string) => ({ type: 'TextMessage', source: 'user', content, body: null }) as const;

describe('an inner team', () => {
  const pair = (changes: Partial<TeamConfig> = {}) =>
    anyTeam({ participants: [agent('chemist'), agent('physicist')], maxTurns: 2, ...changes });

  it('takes a turn in another team: everybody hears all that its members say', async () => {
    const outer = anyTeam({
      participants: [{ kind: 'team', name: 'lab', description: '', team: pair() }, agent('writer')],
      maxTurns: 3,
    });
    const before = colloquy.model.requests.length;
    const { story } = await played(
      outer,
      ...['H2O', 'Wet', 'Water is wet', 'NaCl', 'Salty'].map((each) => text(each)),
    );
    expect(story).toEqual([
      'lab/chemist: H2O',
      'lab/physicist: Wet',
      'writer: Water is wet',
      'lab/chemist: NaCl',
      'lab/physicist: Salty',
    ]);
    const contents = (index: number) =>
      colloquy.model.requests[before + index]?.body.messages.map(({ content }) => content);
    expect(contents(2)).toEqual(['You are writer.', 'Write a haiku about rain.', 'H2O', 'Wet']);
    // It continues where it was, and is told what was said since.
    expect(contents(3)).toEqual([
      'You are chemist.',
      'Write a haiku about rain.',
      'H2O',
      'Wet',
      'Water is wet',
    ]);
  });

  it('of a society answers with one voice, and starts afresh each time', async () => {
    const society = {
      kind: 'society',
      name: 'jury',
      description: '',
      team: pair(),
      model: null,
      instruction: 'They said:',
      responsePrompt: 'Answer for them.',
      context: { kind: 'unbounded' },
    } as const;
    const outer = anyTeam({ participants: [society, agent('writer')], maxTurns: 2 });
    const before = colloquy.model.requests.length;
    const { story } = await played(outer, text('H2O'), text('Wet'), text('Water.'), text('So be it'));
    expect(story.map((line) => line.replace(/~\d+/, ''))).toEqual([
      'jury/chemist: H2O',
      'jury/physicist: Wet',
      'jury: Water.',
      'writer: So be it',
    ]);
    const contents = (index: number) =>
      colloquy.model.requests[before + index]?.body.messages.map(({ content }) => content);
    expect(contents(2)).toEqual(['They said:', 'H2O', 'Wet', 'Answer for them.']);
    expect(contents(3)).toEqual(['You are writer.', 'Write a haiku about rain.', 'Water.']);
  });

  it('whose member is asked shows the question with the name of the inner team', async () => {
    const person = {
      kind: 'person',
      name: 'owner',
      description: '',
      prompt: 'Well?',
      deadlineSeconds: 3_600,
      onDeadline: 'skip',
    } as const;
    const asking = anyTeam({ participants: [person], maxTurns: 1 });
    const id = await colloquy.start(
      anyTeam({ participants: [{ kind: 'team', name: 'desk', description: '', team: asking }], maxTurns: 1 }),
    );
    const asked = await openTask(colloquy, id);
    expect(asked).toMatchObject({ speaker: 'owner', detail: { prompt: 'Well?', scope: 'desk' } });
    await answer(colloquy, id, asked.id, 'reply', { words: 'Fine.' });
    await colloquy.handle(id).result();
    expect((await storyOf(colloquy.database, id)).slice(1)).toEqual(['desk/owner: Fine.']);
  });
});

describe('a code executor', () => {
  it('runs the code that it is sent, and rewrites its own until it works', async () => {
    const executor = (model: 'none' | null, maxRetriesOnError = 0): Participant => ({
      kind: 'code_executor',
      name: 'runner',
      description: '',
      systemMessage: 'You write Python.',
      model,
      context: { kind: 'unbounded' },
      sources: null,
      maxRetriesOnError,
      supportedLanguages: ['python'],
      timeoutSeconds: 60,
    });
    const code = (source: string) => text(`\`\`\`python\n${source}\n\`\`\``);
    const sent = await played(
      anyTeam({ participants: [agent('coder'), executor('none')], maxTurns: 2 }),
      code('print(6 * 7)'),
    );
    expect(sent.story.at(-1)?.trim()).toBe('runner: 42');

    const written = await played(
      anyTeam({ participants: [executor(null, 1)], maxTurns: 1 }),
      code('print(6 / 0)'),
      code('print(6 * 7)'),
      text('It is 42.'),
    );
    expect(written.story.map((line) => line.split(':')[0])).toEqual([
      'runner CodeGenerationEvent',
      'runner CodeExecutionEvent',
      'runner CodeGenerationEvent',
      'runner CodeExecutionEvent',
      'runner',
    ]);
    expect(colloquy.model.requests.at(-2)?.rawBody).toContain('ZeroDivisionError');
  });
});

describe('a timeout', () => {
  const person = {
    kind: 'person',
    name: 'owner',
    description: '',
    prompt: 'Well?',
    deadlineSeconds: 3_600,
    onDeadline: 'stop',
  } as const;
  const timeout = { kind: 'timeout', seconds: 1.5 } as const;
  const stopReason = 'Timeout of 1.5 seconds reached';

  it('ends a wait for a person', async () => {
    const { outcome } = await played(anyTeam({ participants: [person], termination: timeout }));
    expect(outcome).toEqual({ state: 'finished', stopReason });
  });

  it('of the outer team ends a wait in an inner one, whose members are asked nothing more', async () => {
    const desk = anyTeam({ participants: [person, agent('clerk')] });
    const { id, outcome } = await played(
      anyTeam({
        participants: [{ kind: 'team', name: 'desk', description: '', team: desk }],
        termination: timeout,
      }),
    );
    expect(outcome).toEqual({ state: 'finished', stopReason });
    expect(await colloquy.database.humanTask.findMany({ where: { conversationId: id } })).toMatchObject([
      { state: 'withdrawn' },
    ]);
  });
});

describe('a conversation that had ended', () => {
  it('continues with a further task: the thread is kept, limits start afresh', async () => {
    const two = anyTeam({ participants: [agent('writer'), agent('critic')], maxTurns: 3 });
    const { id, outcome } = await played(two, text('One'), text('Two'), text('Three'));
    colloquy.model.script(text('Four'), text('Five'), text('Six'));
    expect(await colloquy.continueRun(id, [task('And now?')])).toEqual(outcome);
    expect((await storyOf(colloquy.database, id)).slice(1)).toEqual([
      'writer: One',
      'critic: Two',
      'writer: Three',
      'user: And now?',
      'critic: Four',
      'writer: Five',
      'critic: Six',
    ]);
    const row = await colloquy.database.conversation.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: 'finished', run: 1, turnCount: 6, messageCount: 8 });
  });
});
