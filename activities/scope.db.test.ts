import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeConversation } from '../test/support/conversationRows.ts';
import { writeSchedule } from '../test/support/scheduleRows.ts';
import { call, text } from '../test/support/scriptedReply.ts';
import { hearStatements, partsOf, unscoped } from '../test/support/statements.ts';
import { agent, team } from '../worker/test/teams.ts';
import { DEFAULT_TOOL_POLICY } from '../workflows/domain/team.ts';
import { createScheduleActivities } from './schedules/scheduleActivities.ts';
import { CUSTOMER, placeOf, replyInput, stateWith, taskOf } from './test/inputs.ts';
import { openStage, run, type Stage } from './test/stage.ts';

let stage: Stage;
let statements: Set<string>;
beforeAll(async () => {
  stage = await openStage();
  statements = hearStatements(stage.database.$pool);
});
afterAll(() => stage.close());

describe('what activities read and write', () => {
  it('is of one project: each statement says of which', async () => {
    const tools = { ...DEFAULT_TOOL_POLICY, approval: { kind: 'always' } } as const;
    const memory = [{ kind: 'long_term', count: 5 } as const];
    const config = team([agent('writer', { memory }), CUSTOMER], { toolPolicies: [tools] });
    const ref = await stage.conversation(config);
    await run(stage, 'recordState', { ...ref, state: 'running' });
    await run(stage, 'recallMemory', ref, { activityId: '11' });
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
    // A reset: the existing rows are superseded.
    stage.model.script(text('Anew'));
    await run(stage, 'generateReply', replyInput(ref, { turn: 2, seq: 4 }), { run: 2, activityId: '7' });
    const outcome = { state: 'finished', stopReason: null } as const;
    await run(
      stage,
      'finishConversation',
      { ...ref, outcome, finalState: stateWith(7) },
      { activityId: '10' },
    );
    const proposed = { kind: 'learned', message: 3, quote: 'By the way' };
    const remembered = (changes: object[]) =>
      text(JSON.stringify({ changes: changes.map((change) => ({ ...proposed, ...change })) }));
    const ended = { ...ref, turn: 4, nextSeq: 7 };
    stage.model.script(
      remembered(['Rain is wet', 'Snow is cold'].map((each) => ({ op: 'add', text: each }))),
    );
    await run(stage, 'writeMemory', ended, { activityId: '12' });
    stage.model.script(
      remembered([{ op: 'merge', entries: ['m1', 'm2'], text: 'Rain is wet, snow is cold' }]),
    );
    await run(stage, 'writeMemory', ended, { activityId: '13' });
    const failure = { type: 'model_unauthorized', message: 'The key is wrong' };
    await run(stage, 'recordMemoryFailure', { ...ref, failure }, { activityId: '14' });

    const parts = partsOf(statements);
    expect(parts.length).toBeGreaterThan(40);
    expect(unscoped(parts)).toEqual([]);
  });

  it('is of one project in a schedule’s run, too', async () => {
    const { database, projectId } = stage;
    const activities = createScheduleActivities({ database });
    const scheduleId = await writeSchedule(database, projectId, {
      ...{ team: team([agent('writer')]), spec: { timing: { kind: 'cron', expressions: ['0 9 * * *'] } } },
      ...{ maxRuns: 3, runsADay: 3, costADayMicroUsd: 5n, carryOver: 'outcome' },
    });
    statements.clear();
    const ref = { projectId, scheduleId };
    for (const day of ['01', '02']) {
      const nominalAt = `2026-01-${day}T09:00:00.000Z`;
      const begun = await activities.beginScheduledRun({ ...ref, nominalAt, workflowRunId: day });
      if (begun.kind !== 'begun') throw new Error(begun.kind);
      const runRef = { ...ref, runId: begun.runId };
      expect(await activities.hasConversationEnded(runRef)).toBe(false);
      // Its conversation has not begun, and is ended with it.
      await activities.endScheduledRun(runRef);
    }
    const { conversationId: wakes } = await writeConversation(
      database,
      projectId,
      team([agent('writer')]),
      'Watch.',
      { standing: true },
    );
    await database.schedule.update({
      where: { id: scheduleId, projectId },
      data: { teamId: null, wakesId: wakes, runsADay: null },
    });
    const nominalAt = '2026-01-03T09:00:00.000Z';
    const woken = await activities.beginScheduledRun({ ...ref, nominalAt, workflowRunId: '03' });
    if (woken.kind !== 'woken') throw new Error(woken.kind);
    expect(await activities.hasConversationEnded({ ...ref, runId: woken.runId })).toBe(false);

    const parts = partsOf(statements);
    expect(parts.length).toBeGreaterThan(15);
    expect(unscoped(parts)).toEqual([]);
  });
});
