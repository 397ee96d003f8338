import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { call, text } from '../test/support/scriptedReply.ts';
import { agent, team } from '../worker/test/teams.ts';
import { DEFAULT_TOOL_POLICY } from '../workflows/domain/team.ts';
import { CUSTOMER, placeOf, replyInput, stateWith, taskOf } from './test/inputs.ts';
import { openStage, run, type Stage } from './test/stage.ts';

let stage: Stage;
const statements = new Set<string>();
beforeAll(async () => {
  stage = await openStage();
  const heard = new WeakSet<PoolClient>();
  stage.database.$pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      statements.add(textOf(args[0]));
      return query(...args);
    }) as PoolClient['query'];
  });
});
afterAll(() => stage.close());

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  const { text: said } = statement as { text?: unknown };
  return typeof said === 'string' ? said : '';
}

const TABLES =
  'conversation|conversation_run|turn|message|live_text|human_task|submission|model_call|tool_call|team_version|model_price';
const BEGINS = `(?:UPDATE|DELETE FROM|FROM) "?(?:${TABLES})\\b`;

/** Each place at which a statement reads or changes rows that are there already. */
function partsOf(statement: string): string[] {
  const begins = new RegExp(`^${BEGINS}`);
  return statement
    .replaceAll('"public".', '')
    .split(new RegExp(`(?=${BEGINS})`))
    .filter((part) => begins.test(part));
}

describe('what activities read and write', () => {
  it('is of one project: each statement says of which', async () => {
    const tools = { ...DEFAULT_TOOL_POLICY, approval: { kind: 'always' } } as const;
    const config = team([agent('writer'), CUSTOMER], { toolPolicies: [tools] });
    const ref = await stage.conversation(config);
    await run(stage, 'recordState', { ...ref, state: 'running' });
    stage.model.script(text('A draft'));
    await run(stage, 'generateReply', { ...replyInput(ref), reviewed: true });
    await run(stage, 'generateReply', { ...replyInput(ref), reviewed: true }, { attempt: 2 });
    const review = taskOf('review_message', randomUUID());
    const asked = { ...ref, task: review, stateBefore: stateWith(2) };
    await run(stage, 'openTask', asked, { activityId: '2' });
    const submissionId = await stage.submit(ref, 'Better');
    const resolution = { by: 'person', decision: 'edit', submissionId, userId: 'user-1' } as const;
    await run(stage, 'settleTask', { ...ref, task: review, resolution, readBefore: 1 }, { activityId: '3' });
    const question = { ...taskOf('give_input', randomUUID(), 2), turn: 1 };
    await run(stage, 'openTask', { ...ref, task: question, stateBefore: stateWith(2) }, { activityId: '4' });
    const answerId = await stage.submit(ref, 'Blue');
    const answer = { by: 'person', decision: 'reply', submissionId: answerId, userId: 'user-1' } as const;
    await run(
      stage,
      'settleTask',
      { ...ref, task: question, resolution: answer, readBefore: 2 },
      { activityId: '5' },
    );
    const postId = await stage.submit(ref, 'By the way');
    await run(
      stage,
      'recordPost',
      { ...ref, submissionId: postId, userId: 'user-1', turn: 2, seq: 3 },
      { activityId: '6' },
    );
    stage.model.script(call('pay', { what: 'rent' }));
    await run(stage, 'generateReply', replyInput(ref, { turn: 2, seq: 4 }), { activityId: '7' });
    await run(
      stage,
      'recordToolResults',
      { ...placeOf(ref, { turn: 2, seq: 5 }), requestSeq: 4, then: 'summary' },
      { activityId: '8' },
    );
    await run(
      stage,
      'announce',
      { ...placeOf(ref, { turn: 3, seq: 6 }), speakers: ['writer'] },
      { activityId: '9' },
    );
    // A reset: what stands there makes way.
    stage.model.script(text('Anew'));
    await run(stage, 'generateReply', replyInput(ref, { turn: 2, seq: 4 }), { run: 2, activityId: '7' });
    const outcome = { state: 'finished', stopReason: null } as const;
    await run(
      stage,
      'finishConversation',
      { ...ref, outcome, finalState: stateWith(7) },
      { activityId: '10' },
    );

    const parts = [...statements].flatMap(partsOf);
    expect(parts.length).toBeGreaterThan(40);
    const unscoped = parts.filter((part) => !/project_id"? = |project_id"?\) = /.test(part));
    expect(unscoped).toEqual([]);
  });
});
