import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readStart } from '../../activities/transcript/readStart.ts';
import { writeMemoryEntry } from '../../test/support/memoryRows.ts';
import { hearStatements, partsOf, unscoped } from '../../test/support/statements.ts';
import { scheduleInputSchema } from '../../workflows/contracts/schedules/scheduleInput.ts';
import { initialConversation } from '../../workflows/domain/conversation/run.ts';
import { planOf } from '../../workflows/domain/plan.ts';
import { readModelCall } from '../app/data/calls/readModelCall.server.ts';
import { continueConversation } from '../app/data/conversations/continueConversation.server.ts';
import { countNewer } from '../app/data/conversations/countNewer.server.ts';
import { listConversations } from '../app/data/conversations/listConversations.server.ts';
import { lookAtWatched } from '../app/data/conversations/lookAtWatched.server.ts';
import { readConversation } from '../app/data/conversations/readConversation.server.ts';
import {
  findConversation,
  readConversationHead,
} from '../app/data/conversations/readConversationHead.server.ts';
import { readConversationTitle } from '../app/data/conversations/readConversationTitle.server.ts';
import { readWakingSchedules } from '../app/data/conversations/readWakingSchedules.server.ts';
import { startConversation } from '../app/data/conversations/startConversation.server.ts';
import { steerConversation } from '../app/data/conversations/steerConversation.server.ts';
import { createCollection } from '../app/data/knowledge/createCollection.server.ts';
import { deleteCollection } from '../app/data/knowledge/deleteCollection.server.ts';
import { deleteDocument } from '../app/data/knowledge/deleteDocument.server.ts';
import { listCitations } from '../app/data/knowledge/listCitations.server.ts';
import { listCollections } from '../app/data/knowledge/listCollections.server.ts';
import { listImports } from '../app/data/knowledge/listImports.server.ts';
import { readCollection } from '../app/data/knowledge/readCollection.server.ts';
import { readImport, readImportsPart } from '../app/data/knowledge/readImports.server.ts';
import { receiveImport } from '../app/data/knowledge/receiveImport.server.ts';
import { retryImport } from '../app/data/knowledge/retryImport.server.ts';
import { startImport } from '../app/data/knowledge/startImport.server.ts';
import { steerImport } from '../app/data/knowledge/steerImport.server.ts';
import { changeMemory } from '../app/data/memory/changeMemory.server.ts';
import { listMemory } from '../app/data/memory/listMemory.server.ts';
import { readConversationMemory } from '../app/data/memory/readConversationMemory.server.ts';
import { readMemoryEntry } from '../app/data/memory/readMemoryEntry.server.ts';
import { postMessage } from '../app/data/messages/postMessage.server.ts';
import { readMessageImage } from '../app/data/messages/readMessageImage.server.ts';
import { readMessages } from '../app/data/messages/readMessages.server.ts';
import { readTranscriptPart } from '../app/data/messages/readTranscriptPart.server.ts';
import {
  listPrices,
  listUnpricedModels,
  removePrice,
  setPrice,
} from '../app/data/prices/modelPrices.server.ts';
import { backfillSchedule } from '../app/data/schedules/backfillSchedule.server.ts';
import { createSchedule } from '../app/data/schedules/createSchedule.server.ts';
import { editCarriedOut } from '../app/data/schedules/editCarriedOut.server.ts';
import { findTarget } from '../app/data/schedules/findTarget.server.ts';
import { listTeamsToSchedule } from '../app/data/schedules/listTeamsToSchedule.server.ts';
import { readCarried } from '../app/data/schedules/readCarried.server.ts';
import { readRecentDates } from '../app/data/schedules/readRecentDates.server.ts';
import { listSchedulePage, listSchedules, readSchedule } from '../app/data/schedules/readSchedule.server.ts';
import { readScheduleDates } from '../app/data/schedules/readScheduleDates.server.ts';
import { steerSchedule } from '../app/data/schedules/steerSchedule.server.ts';
import { triggerSchedule } from '../app/data/schedules/triggerSchedule.server.ts';
import { updateSchedule } from '../app/data/schedules/updateSchedule.server.ts';
import { answerTask } from '../app/data/tasks/answerTask.server.ts';
import { countOpenTasks } from '../app/data/tasks/countOpenTasks.server.ts';
import { listTasks } from '../app/data/tasks/listTasks.server.ts';
import { readTaskRecords } from '../app/data/tasks/readTaskRecords.server.ts';
import { archiveTeam } from '../app/data/teams/archiveTeam.server.ts';
import { createTeam } from '../app/data/teams/createTeam.server.ts';
import {
  countArchivedTeams,
  listTeamNames,
  listTeams,
  listTeamsPage,
} from '../app/data/teams/listTeams.server.ts';
import { readConversationTeam } from '../app/data/teams/readConversationTeam.server.ts';
import { readTeam } from '../app/data/teams/readTeam.server.ts';
import { readTeamRecords } from '../app/data/teams/readTeamRecords.server.ts';
import { restoreTeamVersion } from '../app/data/teams/restoreTeamVersion.server.ts';
import { saveTeamVersion } from '../app/data/teams/saveTeamVersion.server.ts';
import { findTextOwner } from '../app/data/texts/findTextOwner.server.ts';
import { readText } from '../app/data/texts/readText.server.ts';
import { addConversation, addMessage, underNextRevision } from './support/conversationRows.ts';
import { type DataWorld, openDataWorld, TEST_TEAM, type TestProject } from './support/dataWorld.ts';
import { addDocument } from './support/knowledgeDocument.ts';

let world: DataWorld;
let project: TestProject;
let statements: Set<string>;

beforeAll(async () => {
  world = await openDataWorld();
  project = await world.addProject();
  statements = hearStatements(world.database.$pool);
});
afterAll(async () => {
  await world.close();
});

const FIRST_PAGE = { page: 1, search: 'e' };
const ALL = { state: null, teamId: null, search: '' };

/** A conversation that waits with a draft written by a model call, and one that is over. */
async function addRows() {
  const { database } = world;
  const { projectId } = project.scope;
  const waiting = await addConversation(database, project, {
    state: 'waiting',
    title: 'Waiting for a person',
  });
  const callId = randomUUID();
  await database.modelCall.create({
    data: {
      id: callId,
      projectId,
      conversationId: waiting,
      turn: 0,
      seq: 1,
      agent: 'writer',
      purpose: 'reply',
      writtenBy: 'test',
      attempt: 1,
      model: 'm',
      state: 'completed',
      requestOutline: { renderer: 2, asOf: 9, tools: { sha256: 'none' } },
      requestSha256: '',
    },
  });
  await addMessage(database, project, waiting, { seq: 0, content: 'Go.', source: 'user' });
  const messageId = randomUUID();
  await addMessage(database, project, waiting, {
    id: messageId,
    seq: 1,
    content: 'A draft about harbours',
    status: 'draft',
    modelCallId: callId,
  });
  const taskId = randomUUID();
  await underNextRevision(database, waiting, (transaction, revision) =>
    transaction.humanTask.create({
      data: {
        id: taskId,
        projectId,
        conversationId: waiting,
        kind: 'review_message',
        turn: 1,
        seq: 1,
        speaker: 'writer',
        detail: { scope: '' },
        onDeadline: 'stop',
        runId: 'run',
        revision,
      },
    }),
  );
  const finalState = {
    ...initialConversation(planOf(TEST_TEAM), [], 0),
    nextSeq: 1,
    nextTurn: 1,
    outcome: { state: 'finished', stopReason: 'Enough' },
  };
  const over = await addConversation(database, project, {
    state: 'finished',
    stopReason: 'Enough',
    endedAt: new Date(),
    finalState: JSON.parse(JSON.stringify(finalState)) as object,
  });
  await addMessage(database, project, over, { seq: 0, content: 'Go.', source: 'user' });
  return { waiting, over, callId, messageId, taskId };
}

describe('what the web process reads and writes', () => {
  it('belongs to one project, which each statement names', async () => {
    const { waiting, over, callId, messageId, taskId } = await addRows();
    const { scope, userId } = project;
    const { projectId } = scope;
    statements.clear();

    const teamId = randomUUID();
    const made = { teamId, userId, name: 'Writers', note: '', config: TEST_TEAM };
    await createTeam(scope, { ...made, whenSame: 'take', whenTaken: 'rename' });
    await createTeam(scope, made);
    await readTeam(scope, { teamId });
    const config = { ...TEST_TEAM, description: 'Anew' };
    await saveTeamVersion(scope, {
      teamId,
      userId,
      versionId: randomUUID(),
      basedOn: 1,
      name: 'Others',
      note: '',
      config,
    });
    await restoreTeamVersion(scope, { teamId, userId, versionId: randomUUID(), basedOn: 2, version: 1 });
    const entryId = await writeMemoryEntry(
      world.database,
      { projectId: scope.projectId, teamId },
      { text: 'A' },
    );
    await listMemory(scope, { teamId }, FIRST_PAGE);
    for (const action of ['pin', 'unpin'] as const) {
      await changeMemory(scope, { teamId, entryId, userId, edit: { action } });
    }
    await changeMemory(scope, { teamId, entryId, userId, edit: { action: 'edit', text: 'B' } });
    await readMemoryEntry(scope, { teamId, entryId });
    await archiveTeam(scope, { teamId, userId, archived: true });
    await listTeams(scope);
    await listTeamsPage(scope, false, FIRST_PAGE);
    await countArchivedTeams(scope);
    await listTeamNames(scope);
    await readConversationTeam(scope, waiting);
    await readTeamRecords(scope, {});

    const going = { conversationId: over, task: 'Again.', idempotencyKey: randomUUID() };
    // Each of them also tells Temporal, and waits until it notices that Temporal cannot be reached.
    const [started, first, second] = await Promise.all([
      startConversation(scope, userId, {
        team: { teamId: project.teamId },
        task: 'Write.',
        idempotencyKey: randomUUID(),
      }),
      continueConversation(scope, userId, going),
      continueConversation(scope, userId, going),
      steerConversation(scope, userId, waiting, 'pause'),
      postMessage(scope, userId, waiting, { intent: 'post', submissionId: randomUUID(), text: 'Hello' }),
      answerTask(scope, userId, { taskId, decision: 'approve', submissionId: randomUUID(), text: '' }),
    ]);
    expect(started).toMatchObject({ outcome: 'written' });
    expect([first, second]).toMatchObject([{ run: 1 }, { run: 1 }]);
    await readStart(world.database, { projectId, id: over });

    expect(await readConversation(scope, waiting, 10)).not.toBeNull();
    expect(await readConversationMemory(scope, waiting)).not.toBeNull();
    expect(await readConversationHead(scope, waiting)).not.toBeNull();
    await findConversation(scope, waiting);
    await readConversationTitle(scope, waiting);
    await listConversations(scope, { state: 'waiting', teamId: project.teamId, search: 'harbours' }, null);
    await listConversations(scope, { ...ALL, search: 'a' }, null);
    await countNewer(world.database, [{ projectId, filters: { ...ALL, search: 'ha' }, newest: null }]);
    await lookAtWatched(world.database, [{ projectId, id: waiting, revision: 0, liveKey: '' }]);
    const part = {
      conversationId: waiting,
      run: 0,
      onlyFinal: true,
      after: { position: 0, seq: 0 },
      limit: 5,
    };
    await readMessages(scope, { ...part, texts: 'whole' });
    expect(await readTranscriptPart(scope, waiting, { around: 1 }, 10)).not.toBeNull();
    await readMessageImage(scope, { conversationId: waiting, messageId, index: 0 });
    const address = { owner: 'message', id: messageId, path: 'content' } as const;
    expect(await findTextOwner(scope, address)).not.toBeNull();
    expect(await readText(scope, address, { offset: 0, most: 5 })).toMatchObject({ text: 'A dra' });
    expect(await readModelCall(scope, waiting, callId)).not.toBeNull();
    expect(await listTasks(scope, 'open')).toHaveLength(1);
    await listTasks(scope, 'closed');
    await readTaskRecords(scope, { state: 'open', taskId, conversationId: waiting });
    await countOpenTasks(scope);

    const price = { inputMicroUsdPerMillion: 1n, outputMicroUsdPerMillion: 1n };
    await setPrice(scope, { userId, model: 'm', ...price });
    await listPrices(scope, FIRST_PAGE);
    await listUnpricedModels(scope);
    await removePrice(scope, { userId, model: 'm' });

    const parts = partsOf(statements);
    expect(parts.length).toBeGreaterThan(60);
    expect(unscoped(parts)).toEqual([]);
  });

  it('is of one project in knowledge, too', async () => {
    const { scope, userId } = project;
    const collectionId = await createCollection(scope, {
      userId,
      name: 'Scoped',
      description: '',
      dimensions: 3,
    });
    if (collectionId === null) throw new Error('It was not created');
    const { documentId } = await addDocument(world.database, scope.projectId, {
      ...{ collection: 'Of the demo model', title: 'Leave', text: 'Leave', passages: [{ from: 0, to: 5 }] },
    });
    statements.clear();

    const form = new FormData();
    form.append('files', new File(['# A'], 'a.md'));
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const received = await receiveImport(scope, collectionId, request);
    if (received.kind === 'refused') throw new Error('It was refused');
    const started = await startImport(scope, {
      ...{ userId, collectionId, idempotencyKey: randomUUID(), repeatedBy: 'key' },
      ...{ files: received.files, addresses: ['https://example.org'] },
    });
    const importId = started?.importId ?? '';
    expect(await readImport(scope, importId)).toMatchObject({ counts: { waiting: 2 } });
    await readImportsPart(scope, { collectionId, state: 'starting', skip: 0, take: 5 });
    await listImports(scope, collectionId);
    expect(await retryImport(scope, { userId, importId })).toBe('done');
    await steerImport(scope, { userId, importId, steering: 'pause' }).catch((error: unknown) => {
      expect(error).toBeInstanceOf(Error);
    });
    await listCitations(scope, { documentId, passageId: randomUUID() }, { skip: 0, take: 5 });
    expect(await readCollection(scope, collectionId)).not.toBeNull();
    await listCollections(scope, FIRST_PAGE);
    expect(await deleteDocument(scope, { userId, documentId })).toBe('Leave');
    await world.database.knowledgeImport.update({
      where: { id: importId, projectId: scope.projectId },
      data: { state: 'cancelled' },
    });
    expect(await deleteCollection(scope, { userId, collectionId })).toMatchObject({ kind: 'deleted' });

    const parts = partsOf(statements);
    expect(parts.length).toBeGreaterThan(15);
    expect(unscoped(parts)).toEqual([]);
  });

  it('is of one project in schedules, too', async () => {
    const { scope, userId } = project;
    const target = { teamId: project.teamId };
    const timing = { kind: 'cron', expressions: ['0 9 * * *'] };
    const given = { name: 'Daily', task: 'Report', maxRuns: 3, spec: { timing, timeZone: 'UTC' } };
    const schedule = scheduleInputSchema.parse(given);
    statements.clear();

    const made = await createSchedule(scope, userId, { target, schedule, idempotencyKey: randomUUID() });
    if (made.outcome !== 'created') throw new Error(made.outcome);
    const { scheduleId } = made;
    await updateSchedule(scope, userId, { scheduleId, target, schedule, revision: 1 });
    for (const kind of ['pause', 'resume'] as const) {
      await steerSchedule(scope, userId, scheduleId, { kind, note: '' });
    }
    const asked = await triggerSchedule(scope, userId, { scheduleId, idempotencyKey: randomUUID() });
    await editCarriedOut(scope, userId, { scheduleId, runId: asked?.runId ?? '', text: 'Nothing' });
    const range = { from: '2026-01-01T00:00:00Z', until: '2026-01-03T00:00:00Z', overlap: 'skip' } as const;
    await backfillSchedule(scope, userId, { scheduleId, range, idempotencyKey: randomUUID() });
    expect(await readSchedule(scope, scheduleId)).not.toBeNull();
    expect(await readCarried(scope, scheduleId)).toBeNull();
    expect(await readRecentDates(scope, scheduleId, new Date())).not.toBeNull();
    expect(await findTarget(scope, target, schedule)).toMatchObject({ outcome: 'found' });
    expect(await listTeamsToSchedule(scope)).not.toEqual([]);
    expect((await listSchedulePage(scope, { search: 'a', page: 1 })).page).toBe(1);
    await listSchedules(scope, { teamId: project.teamId, skip: 0, take: 5 });
    const wakes = await addConversation(world.database, project, { state: 'sleeping', standing: true });
    expect(await findTarget(scope, { wakes }, schedule)).toMatchObject({ outcome: 'found' });
    await updateSchedule(scope, userId, { scheduleId, target: { wakes }, schedule, revision: 2 });
    expect(await readWakingSchedules(scope, wakes)).toHaveLength(1);
    const { projectId } = scope;
    await world.database.conversationRun.create({
      data: { projectId, conversationId: wakes, run: 0, hasTask: true, revision: 1 },
    });
    const { id: wakeUpId } = await world.database.wakeUp.create({
      data: {
        ...{ projectId, conversationId: wakes, source: 'schedule', key: 'one', text: '', textSha256: '' },
        ...{ state: 'taken', run: 0 },
      },
    });
    const nominalAt = new Date('2026-01-02T09:00:00Z');
    await world.database.scheduledRun.create({
      data: { projectId, scheduleId, nominalAt, wakeUpId, kind: 'scheduled', state: 'running', revision: 2 },
    });
    const page = { from: new Date('2026-01-01'), until: new Date(), most: 5 };
    expect(await readScheduleDates(scope, scheduleId, page)).not.toBeNull();
    await steerSchedule(scope, userId, scheduleId, { kind: 'delete' });

    const parts = partsOf(statements);
    expect(parts.length).toBeGreaterThan(15);
    expect(unscoped(parts)).toEqual([]);
  });
});
