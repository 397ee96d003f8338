import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { steerConversation } from '../app/data/conversations/steerConversation.server.ts';
import { postMessage } from '../app/data/messages/postMessage.server.ts';
import { answerTask } from '../app/data/tasks/answerTask.server.ts';
import { listTasks } from '../app/data/tasks/listTasks.server.ts';
import { fault } from '../app/languages/fault.ts';
import { carryOutCommand } from '../app/pages/commands/carryOutCommand.server.ts';
import { addConversation, addMessage, underNextRevision } from './support/conversationRows.ts';
import { type DataWorld, openDataWorld, type TestProject } from './support/dataWorld.ts';

let world: DataWorld;
let project: TestProject;
let stranger: TestProject;

beforeAll(async () => {
  world = await openDataWorld();
  project = await world.addProject();
  stranger = await world.addProject();
});
afterAll(async () => {
  await world.close();
});

/** An open review of a draft. */
async function addTask(detail: object = {}): Promise<{ conversationId: string; taskId: string }> {
  const conversationId = await addConversation(world.database, project, { state: 'waiting' });
  await addMessage(world.database, project, conversationId, { seq: 0, content: 'A draft', status: 'draft' });
  const taskId = randomUUID();
  await underNextRevision(world.database, conversationId, (transaction, revision) =>
    transaction.humanTask.create({
      data: {
        id: taskId,
        projectId: project.scope.projectId,
        conversationId,
        kind: 'review_message',
        turn: 0,
        seq: 0,
        speaker: 'writer',
        detail,
        deadlineAt: new Date(Date.now() + 60_000),
        onDeadline: 'approve',
        runId: 'run',
        revision,
      },
    }),
  );
  return { conversationId, taskId };
}

const approval = (taskId: string, submissionId = randomUUID()) =>
  ({ intent: 'answer', taskId, submissionId, decision: 'approve', text: '' }) as const;

const post = (text: string, submissionId = randomUUID()) => ({ intent: 'post', submissionId, text }) as const;

const unreachable = { outcome: 'unreachable', address: '127.0.0.1:9' };

describe('commands, while Temporal cannot be reached', () => {
  it('report it, store what was submitted once, and record who did it', async () => {
    const id = await addConversation(world.database, project);
    const form = post('Hello');
    expect(await postMessage(project.scope, project.userId, id, form)).toEqual(unreachable);
    expect(await postMessage(project.scope, project.userId, id, form)).toEqual(unreachable);
    const other = { ...form, text: 'Something else' };
    expect(await postMessage(project.scope, project.userId, id, other)).toEqual({ outcome: 'differs' });
    expect(await world.database.submission.findMany({ where: { conversationId: id } })).toMatchObject([
      { text: 'Hello' },
    ]);
    const audited = await world.database.auditEvent.findMany({ where: { subjectId: id } });
    expect(audited).toMatchObject([{ action: 'conversation.post', userId: project.userId }]);
  });

  it('accept what was edited after a form could not be delivered, and treat a double click as one', async () => {
    const id = await addConversation(world.database, project);
    const member = {
      scope: project.scope,
      user: { id: project.userId, name: 'Ada', email: 'ada@example.test' },
    };
    const submissionId = randomUUID();
    const send = (text: string) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ intent: 'post', submissionId, text }))
        form.set(name, value);
      return carryOutCommand(member, id, form);
    };
    const undelivered = {
      kind: 'error',
      title: fault('commands:faults.unreachable', { address: '127.0.0.1:9' }),
      submitted: { submissionId },
    };
    expect(await Promise.all([send('Hello'), send('Hello')])).toMatchObject([undelivered, undelivered]);
    expect(await send('Hello, all')).toMatchObject(undelivered);
    const handedIn = await world.database.submission.findMany({ where: { conversationId: id } });
    expect(handedIn.map(({ text }) => text).sort()).toEqual(['Hello', 'Hello, all']);
  });

  it('are refused without asking Temporal if the rows show that they are impossible', async () => {
    const ended = await addConversation(world.database, project, { state: 'finished', endedAt: new Date() });
    expect(await postMessage(project.scope, project.userId, ended, post('Late'))).toEqual({
      outcome: 'over',
    });
    expect(await steerConversation(project.scope, project.userId, ended, 'pause')).toEqual({
      outcome: 'over',
    });

    const { taskId } = await addTask();
    const reply = { ...approval(taskId), decision: 'reply', text: 'x' } as const;
    expect(await answerTask(project.scope, project.userId, reply)).toEqual({ outcome: 'not_allowed' });
    const first = randomUUID();
    await world.database.humanTask.update({
      where: { id: taskId },
      data: {
        state: 'answered',
        decision: 'approve',
        answeredBy: project.userId,
        submissionId: first,
        closedAt: new Date(),
      },
    });
    expect(await answerTask(project.scope, project.userId, approval(taskId, first))).toEqual({
      outcome: 'done',
    });
    expect(await answerTask(project.scope, project.userId, approval(taskId))).toMatchObject({
      outcome: 'closed',
      task: { state: 'answered', answeredBy: 'Ada', decision: 'approve' },
    });
  });

  it('are refused to those whom a task does not ask, until it is escalated to them; an owner may always answer', async () => {
    const own = `${project.userId}@example.test`;
    const asked = { assignees: ['ben@example.test'], reminders: [], escalation: null as object | null };
    const answer = async () => {
      const { taskId } = await addTask({ asked });
      return answerTask(project.scope, project.userId, approval(taskId));
    };
    const refused = { outcome: 'not_asked', people: ['ben@example.test'] };
    const { userId } = project;
    const { projectId } = project.scope;
    const role = (as: string) =>
      world.database.membership.upsert({
        where: { projectId_userId: { projectId, userId } },
        create: { projectId, userId, role: as },
        update: { role: as },
      });
    await role('member');
    expect(await answer()).toEqual(refused);
    asked.escalation = { at: new Date(Date.now() + 3_600_000).toISOString(), to: [own] };
    expect(await answer()).toEqual(refused);
    asked.escalation = { at: new Date(Date.now() - 1).toISOString(), to: [own] };
    expect(await answer()).toEqual(unreachable);
    asked.escalation = null;
    await role('owner');
    expect(await answer()).toEqual(unreachable);
    await role('member');
    asked.assignees = [own.toUpperCase()];
    expect(await answer()).toEqual(unreachable);
    await world.database.membership.deleteMany({ where: { projectId, userId } });
  });

  it('find nothing of another project', async () => {
    const { conversationId, taskId } = await addTask();
    const { scope, userId } = stranger;
    expect(await postMessage(scope, userId, conversationId, post('Hello'))).toBeNull();
    expect(await steerConversation(scope, userId, conversationId, 'cancel')).toBeNull();
    expect(await answerTask(scope, userId, approval(taskId))).toBeNull();
    expect(await listTasks(scope, 'open')).toEqual([]);
    const open = await listTasks(project.scope, 'open');
    expect(open.find(({ task }) => task.id === taskId)).toMatchObject({
      draft: { text: 'A draft' },
      conversation: { team: 'Editors' },
    });
  });
});
