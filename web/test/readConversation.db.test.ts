import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { entrySchema } from '../../workflows/contracts/api/messages.ts';
import { expandOutline, type RequestOutline } from '../../workflows/domain/request/outline.ts';
import { entryView } from '../api/operations/views.ts';
import { readModelCall } from '../app/data/calls/readModelCall.server.ts';
import { readChanges } from '../app/data/conversations/readChanges.server.ts';
import { readConversation } from '../app/data/conversations/readConversation.server.ts';
import { readMessageImage } from '../app/data/messages/readMessageImage.server.ts';
import { readMessages } from '../app/data/messages/readMessages.server.ts';
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

describe('reading a conversation', () => {
  it('returns its newest messages, the number of earlier ones, and no superseded ones', async () => {
    const id = await addConversation(world.database, project, { state: 'finished', endedAt: new Date() });
    for (let seq = 0; seq < 6; seq += 1) {
      await addMessage(world.database, project, id, { seq, content: String(seq) });
    }
    await addMessage(world.database, project, id, { seq: 5, content: 'replaced', supersededAt: new Date() });
    const page = await readConversation(project.scope, id, 3);
    expect(page?.messages.map(({ content }) => content)).toEqual(['3', '4', '5']);
    expect(page).toMatchObject({ hiddenMessages: 3, team: { name: 'Editors', version: 1 } });
    expect((await readConversation(project.scope, id, 100))?.hiddenMessages).toBe(0);
  });

  it('reports how each run ended, with the conversation and with what has changed since', async () => {
    const id = await addConversation(world.database, project, { run: 1 });
    const { projectId } = project.scope;
    const of = { projectId, conversationId: id, hasTask: true };
    await world.database.conversationRun.createMany({
      data: [
        { ...of, run: 0, state: 'finished', stopReason: 'Enough', revision: 1, endedAt: new Date() },
        { ...of, run: 1, revision: 2 },
      ],
    });
    const page = await readConversation(project.scope, id, 3);
    expect(page?.runs).toMatchObject([
      { run: 0, state: 'finished', stopReason: 'Enough' },
      { run: 1, state: null },
    ]);
    const [since] = await readChanges(world.database, [{ projectId, id, revision: 1, from: null, to: null }]);
    expect(since?.runs).toMatchObject([{ run: 1 }]);
  });

  it('counts by sequence number, without messages that an inner team was only given', async () => {
    const id = await addConversation(world.database, project);
    await addMessage(world.database, project, id, { seq: 0, content: 'first', position: 1 });
    await addMessage(world.database, project, id, { seq: 2, content: 'second', position: 2 });
    await addMessage(world.database, project, id, { seq: 1, content: 'third', position: 3 });
    await addMessage(world.database, project, id, { seq: 3, content: '', position: 4, copied: true });
    const page = await readConversation(project.scope, id, 2);
    expect(page?.messages.map(({ content }) => content)).toEqual(['second', 'third', '']);
    expect(page?.hiddenMessages).toBe(1);
  });

  it('has what the marks in an answer mean, and what was looked up for it', async () => {
    const id = await addConversation(world.database, project);
    const { projectId } = project.scope;
    const place = {
      collectionId: randomUUID(),
      documentId: randomUUID(),
      documentVersion: 2,
      title: 'Handbook',
      source: 'handbook.pdf',
      startOffset: 10,
      endOffset: 410,
      page: 3,
      headingPath: ['Leave'],
    };
    const entryId = randomUUID();
    const citations = [{ mark: 1, passage: { entryIds: [entryId], ...place } }];
    const text = 'Thirty days. '.repeat(100);
    const passage = {
      ...place,
      number: 1,
      text,
      entryIds: [entryId],
      similarity: 0.7,
      bm25: 0.5,
      score: 0.8,
    };
    const lookUp = {
      projectId,
      conversationId: id,
      turn: 1,
      collections: ['handbook'],
      latencyMs: 30,
      passages: [passage],
    };
    await world.database.knowledgeLookup.createMany({
      data: [
        { ...lookUp, seq: 1, speaker: 'writer', question: 'How much leave?', writtenBy: 'run:1' },
        { ...lookUp, seq: 1, speaker: 'other', question: 'By another', writtenBy: 'run:2' },
        { ...lookUp, seq: 5, speaker: 'writer', question: 'Later', writtenBy: 'run:3' },
        {
          ...{ ...lookUp, seq: 1, speaker: 'writer', question: 'Of a reset run', writtenBy: 'run:0' },
          supersededAt: new Date(),
        },
      ],
    });
    await addMessage(world.database, project, id, { seq: 0, content: 'How much leave?', source: 'user' });
    await addMessage(world.database, project, id, { seq: 1, content: 'Thirty days [1].', citations });

    const page = await readConversation(project.scope, id, 10);
    expect(page?.messages[0]).toMatchObject({ citations: null, lookUps: null });
    const { text: _text, entryIds: _ids, similarity: _similarity, bm25: _bm25, ...shown } = passage;
    const lookUps = [
      {
        collections: ['handbook'],
        question: 'How much leave?',
        latencyMs: 30,
        passages: [{ ...shown, beginning: text.slice(0, 200) }],
      },
    ];
    expect(page?.messages[1]).toMatchObject({ citations, lookUps });
    const [since] = await readChanges(world.database, [{ projectId, id, revision: 1, from: null, to: null }]);
    expect(since?.messages.at(-1)).toMatchObject({ citations, lookUps });
    const listed = await readMessages(project.scope, {
      ...{ conversationId: id, run: null, onlyFinal: false, after: null, limit: 10 },
      texts: 'beginning',
    });
    const entries = listed.stored.map(({ message }) => entryView(message));
    expect(z.array(entrySchema).parse(entries)).toEqual(entries);
    expect(entries[0]).not.toHaveProperty('lookUps');
    expect(entries[1]).toMatchObject({ citations, lookUps });
  });

  it('has the tool calls of the valid requests, and images only at their own addresses', async () => {
    const id = await addConversation(world.database, project);
    const base64 = Buffer.from('an image').toString('base64');
    await addMessage(world.database, project, id, {
      seq: 0,
      content: '<image>',
      type: 'MultiModalMessage',
      body: { kind: 'multimodal', parts: [{ kind: 'image', mediaType: 'image/png', base64 }] },
    });
    const request = { seq: 1, content: '', type: 'ToolCallRequestEvent' };
    await addMessage(world.database, project, id, {
      ...request,
      writtenBy: 'old:1',
      supersededAt: new Date(),
    });
    await addMessage(world.database, project, id, { ...request, writtenBy: 'new:1' });
    for (const writtenBy of ['old:1', 'new:1']) {
      await underNextRevision(world.database, id, (transaction, revision) =>
        transaction.toolCall.create({
          data: {
            projectId: project.scope.projectId,
            conversationId: id,
            turn: 1,
            seq: 1,
            index: 0,
            agent: 'writer',
            callId: 'c',
            tool: writtenBy,
            proposedArguments: '{}',
            plan: {},
            idempotencyKey: writtenBy,
            writtenBy,
            revision,
          },
        }),
      );
    }
    const page = await readConversation(project.scope, id, 10);
    const [image, first] = page?.messages ?? [];
    expect(JSON.stringify(page)).not.toContain(base64);
    expect(page?.toolCalls.filter(({ messageId }) => messageId === first?.id)).toMatchObject([
      { tool: 'new:1', state: 'proposed' },
    ]);
    const place = { conversationId: id, messageId: image?.id ?? '', index: 0 };
    expect(await readMessageImage(project.scope, place)).toMatchObject({ mediaType: 'image/png' });
    expect(await readMessageImage(stranger.scope, place)).toBeNull();
    expect(await readMessageImage(project.scope, { ...place, index: 1 })).toBeNull();
  });

  it('reports the team’s state, and is readable even if a stored state has another form', async () => {
    const id = await addConversation(world.database, project);
    const old = {
      pattern: { kind: 'round_robin', nextIndex: 1 },
      termination: { kind: 'max_messages', count: 3, fired: null },
      turnsTaken: 2,
      unchecked: [],
      active: [],
      outcome: null,
      nextSeq: 3,
      paused: false,
      stop: null,
      taken: [],
    };
    const addTurn = (turn: number, stateBefore: object) =>
      world.database.turn.create({
        data: {
          conversationId: id,
          projectId: project.scope.projectId,
          turn,
          speaker: 'writer',
          stateBefore,
          runId: 'run',
        },
      });
    await addTurn(2, old);
    expect((await readConversation(project.scope, id, 10))?.control).toMatchObject({
      turnsTaken: 2,
      termination: { count: 3 },
      active: [{ scope: '', turn: 2, speaker: 'writer' }],
    });
    await addTurn(3, { form: 'of the future' });
    expect((await readConversation(project.scope, id, 10))?.control).toBeNull();
    await world.database.conversation.update({ where: { id }, data: { run: 1 } });
    expect((await readConversation(project.scope, id, 10))?.control).toBeNull();
  });

  it('returns nothing of another project', async () => {
    const id = await addConversation(world.database, project);
    expect(await readConversation(stranger.scope, id, 10)).toBeNull();
    expect(await readConversation(project.scope, randomUUID(), 10)).toBeNull();
  });
});

describe('reading a model call', () => {
  /** A call as the worker writes it: the outline of a request over the transcript, and the hash of its bytes. */
  async function addCall(id: string, contents: string[]): Promise<string> {
    const transcript = contents.map((content, seq) => ({
      seq,
      source: seq === 0 ? 'user' : 'writer',
      content,
    }));
    const outline: RequestOutline = {
      renderer: 1,
      agent: 'writer',
      parameters: { model: 'm', temperature: 0.5 },
      entries: [
        { kind: 'literal', message: { role: 'system', content: 'Write.' } },
        { kind: 'transcript', fromSeq: 0, toSeq: transcript.length - 1 },
        { kind: 'literal', message: { role: 'assistant', content: 'No' } },
        { kind: 'literal', message: { role: 'user', content: 'Better', name: 'reviewer' } },
      ],
    };
    const body = JSON.stringify(expandOutline(outline, transcript));
    const call = await world.database.modelCall.create({
      data: {
        projectId: project.scope.projectId,
        conversationId: id,
        turn: 1,
        seq: contents.length,
        agent: 'writer',
        purpose: 'reply',
        writtenBy: 'run:1',
        attempt: 1,
        model: 'm',
        state: 'completed',
        requestOutline: JSON.parse(JSON.stringify(outline)) as object,
        requestSha256: createHash('sha256').update(body).digest('hex'),
        startedAt: new Date(Date.now() + 1_000),
      },
    });
    return call.id;
  }

  it('rebuilds the exact bytes of the request, even after the transcript has grown or was replaced', async () => {
    const id = await addConversation(world.database, project);
    await addMessage(world.database, project, id, { seq: 0, source: 'user', content: 'Do "it"\n🙂' });
    await addMessage(world.database, project, id, { seq: 1, content: 'Done' });
    const callId = await addCall(id, ['Do "it"\n🙂', 'Done']);
    expect(await readModelCall(project.scope, id, callId)).toMatchObject({ request: { kind: 'exact' } });
    // What was written later, even under the same sequence number, is not what the model was shown.
    await world.database.message.updateMany({
      where: { conversationId: id, seq: 1 },
      data: { supersededAt: new Date(Date.now() + 60_000) },
    });
    await addMessage(world.database, project, id, {
      seq: 1,
      content: 'Done again',
      createdAt: new Date(Date.now() + 60_000),
    });
    const call = await readModelCall(project.scope, id, callId);
    expect(call?.request).toMatchObject({ kind: 'exact' });
    expect(call?.request.kind === 'exact' && call.request.messages.at(-1)).toMatchObject({
      role: 'user',
      name: 'reviewer',
      content: 'Better',
    });
  });

  it('reports if the bytes are not those that were sent', async () => {
    const id = await addConversation(world.database, project);
    await addMessage(world.database, project, id, { seq: 0, source: 'user', content: 'Altered since' });
    const callId = await addCall(id, ['As it was']);
    expect(await readModelCall(project.scope, id, callId)).toMatchObject({ request: { kind: 'differs' } });
    expect(await readModelCall(stranger.scope, id, callId)).toBeNull();
  });
});
