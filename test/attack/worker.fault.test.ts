import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agent, team } from '../../worker/test/teams.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { PythonTool } from '../../workflows/domain/tools/kinds/python.ts';
import { type FaultStage, setFaultStage } from '../faults/faultStage.ts';
import { call, text } from '../support/scriptedReply.ts';
import { askBeside, HELD_UP_MS } from './bystander.ts';

let stage: FaultStage;
beforeAll(async () => {
  stage = await setFaultStage();
  await bystander().stop();
});
afterAll(() => stage.close());

const bystander = () => askBeside(stage.workerPid(), [healthOfWorker]);

/** Only that it answers depends on the worker; the speed of the database behind it does not. */
async function healthOfWorker(): Promise<Response> {
  // A connection of its own: one that has been idle may be closed by the server just as it is used again.
  const response = await fetch(stage.healthUrl, { headers: { connection: 'close' } });
  return response.status === 503 ? new Response(await response.text()) : response;
}

/** Runs it to its end while somebody else sends requests; returns what was said. */
async function run(config: TeamConfig): Promise<string[]> {
  const beside = bystander();
  const id = await stage.start(config);
  expect(await stage.result(id)).toMatchObject({ state: 'finished' });
  expect(await beside.stop()).toBeLessThan(HELD_UP_MS);
  const messages = await stage.database().message.findMany({
    where: { conversationId: id },
    orderBy: { seq: 'asc' },
  });
  return messages.map(({ content }) => content);
}

const add: PythonTool = {
  kind: 'python',
  name: 'add',
  description: 'Adds.',
  source: 'def add(a: list, b: int) -> str:\n    return "a" + chr(0) + str(b)\n',
  imports: [],
};
const clerk = team([agent('writer', { tools: [add] })]);

it('arguments nested 6,000 levels deep are a failure of the tool, and the worker continues', async () => {
  stage.model.script(
    call('add', `{"a": ${'['.repeat(6_000)}${']'.repeat(6_000)}, "b": 2}`),
    text('Done. APPROVE'),
  );
  expect((await run(clerk)).join('\n')).toContain('The arguments are nested too deeply');
});

it('a NUL in an answer or in a tool’s result is replaced, and stored once', async () => {
  const before = stage.model.requests.length;
  stage.model.script(call('add', '{"a": ["x\\u0000"], "b": 2}'), text('a\u0000b. APPROVE'));
  const said = await run(clerk);
  expect(said.join('\n')).toContain('a\uFFFD2');
  expect(said.at(-1)).toContain('a\uFFFDb');
  expect(stage.model.requests).toHaveLength(before + 2);
});

it('arguments, answers and conditions of any shape end no worker and delay nobody', async () => {
  const given = fc.oneof(
    fc
      .integer({ min: 100, max: 20_000 })
      .map((depth) => `{"a": ${'['.repeat(depth)}${']'.repeat(depth)}, "b": 1}`),
    fc.integer({ min: 1_000, max: 150_000 }).map((values) => `{"a": [${'0,'.repeat(values)}0], "b": 1}`),
    fc.constantFrom('{"a": ', '[]', '"\\u0000"', '{"a": "\\ud800", "b": 2}', `{"${'k'.repeat(100_000)}": 1}`),
  );
  const answer = fc
    .tuple(
      fc.constantFrom('a', 'ab', '\u0000', ' ', '```python\n', '{', '\u001b['),
      fc.integer({ min: 1, max: 50_000 }),
    )
    .map(([unit, times]) => `${unit.repeat(times)}! APPROVE`);
  const expression = fc.constantFrom(
    `content.matches('^(a+)+$')`,
    `content.matches('([ab]*)*#')`,
    `content.split('').all(x, content.split('').all(y, content.split('').all(z, x == y)))`,
  );
  await fc.assert(
    fc.asyncProperty(given, answer, expression, async (args, said, condition) => {
      stage.model.script(call('add', args), text(said));
      await run(
        team(clerk.participants, {
          termination: {
            kind: 'or',
            conditions: [
              { kind: 'expression', expression: condition },
              { kind: 'text_mention', text: 'APPROVE', sources: null },
            ],
          },
        }),
      );
    }),
    { numRuns: 5, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
  );
  expect(stage.workerLog()).not.toContain('a stray error');
});
