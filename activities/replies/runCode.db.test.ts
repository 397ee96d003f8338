import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import type { ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import type { CodeExecutorParticipant } from '../../workflows/domain/team.ts';
import { placeOf, replyInput } from '../test/inputs.ts';
import { rowsOf } from '../test/rows.ts';
import { type As, openStage, run, type Stage } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const RUNNER: CodeExecutorParticipant = {
  kind: 'code_executor',
  name: 'runner',
  description: '',
  systemMessage: 'You write Python.',
  model: 'none',
  context: { kind: 'unbounded' },
  sources: null,
  maxRetriesOnError: 1,
  supportedLanguages: ['python'],
  timeoutSeconds: 60,
};
const block = (source: string) => `\`\`\`python\n${source}\n\`\`\``;

const lastOf = async ({ conversationId }: ConversationRef) =>
  (await rowsOf(stage.database, conversationId)).messages.at(-1);

describe('an executor that runs what it is sent', () => {
  const conversation = (task: string, changes: Partial<CodeExecutorParticipant> = {}) =>
    stage.conversation(team([{ ...RUNNER, ...changes }, agent('coder')]), task);
  const runIt = (ref: ConversationRef, as: As = {}) =>
    run(stage, 'runCode', { ...placeOf(ref, { speaker: 'runner' }), attempt: 0 }, as);

  it('says what it printed, once', async () => {
    const ref = await conversation(block('import random\nprint(random.random())'));
    const first = await runIt(ref);
    expect(first).toMatchObject({
      then: 'done',
      messages: [{ seq: 1, type: 'TextMessage', source: 'runner' }],
    });
    const said = await lastOf(ref);
    expect(said?.content).toMatch(/^0\.\d+\s*$/);
    // A second attempt runs nothing: its number would be another.
    expect(await runIt(ref, { attempt: 2 })).toEqual(first);
    expect(await lastOf(ref)).toEqual(said);
  });

  it('says how it failed', async () => {
    const ref = await conversation(block('1 / 0'));
    await runIt(ref);
    expect((await lastOf(ref))?.content).toMatch(
      /^The script ran, then exited with an error[\s\S]*ZeroDivisionError/,
    );
  });

  it('says so where there is no code, also where it does not listen to who wrote it', async () => {
    for (const ref of [
      await conversation('No code here'),
      await conversation(block('print(1)'), { sources: ['coder'] }),
    ]) {
      await runIt(ref);
      expect((await lastOf(ref))?.content).toMatch(/^No code blocks found in the thread/);
    }
  });
});

describe('an executor whose model writes the code', () => {
  it('has it run, asks again where it failed, and then for words', async () => {
    const ref = await stage.conversation(team([{ ...RUNNER, model: null }]));
    stage.model.script(text(block('1 / 0')));
    const written = await run(stage, 'generateReply', replyInput(ref, { speaker: 'runner' }));
    expect(written).toEqual({ messages: [], calls: [], runsCode: true });
    const place = placeOf(ref, { speaker: 'runner', seq: 2, readBefore: 1 });
    const ran = (attempt: number) =>
      run(stage, 'runCode', { ...place, attempt }, { activityId: `run-${String(attempt)}` });
    expect(await ran(0)).toEqual({ messages: [], then: 'again' });
    expect(await lastOf(ref)).toMatchObject({
      type: 'CodeExecutionEvent',
      body: { kind: 'code_result', retryAttempt: 0, exitCode: 1 },
    });
  });
});
