import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '../../platform/logger.ts';
import { call, createGate, type Gate, type ScriptedReply, text } from '../../test/support/scriptedReply.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { startToolServer, type ToolServer } from '../../test/support/toolServer.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { reconcile } from '../reconcile.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer, openTask } from './people.ts';
import { agent, team } from './teams.ts';
import { eventually, transcriptOf } from './transcript.ts';

// What an operator does to a running conversation behind our back, in the middle of everything that it can be busy with.

let colloquy: Colloquy;
let tools: ToolServer;
beforeAll(async () => {
  colloquy = await startColloquy();
});
afterAll(() => colloquy.close());
beforeEach(async () => {
  tools = await startToolServer();
});
afterEach(() => tools.close());

/** What a conversation is in the middle of. */
interface Moment {
  team: () => TeamConfig;
  /** What its model says until then, and whenever it is asked from the beginning again. */
  replies: (until: Gate) => ScriptedReply[];
  /** The same turn, taken again. */
  again: ScriptedReply[];
  /** Resolves when it is there. */
  arrived: (id: string) => Promise<unknown>;
  /** What is open then. */
  open: Partial<OpenWork>;
  /** What an end from outside leaves of it. */
  leaves: { tasks?: string[]; drafts?: string[]; toolCalls?: string[]; unknownCalls: number };
  /** Brings a turn that was taken again to its end; `isSame`: it goes on where it was. */
  finish: (id: string, isSame: boolean) => Promise<void>;
  /** The last of its messages: of the turn that went on, or was taken again. */
  says: { same: string; again: string };
  /** What is kept of the abandoned run after the turn was taken again. */
  replaced: string[];
}

interface OpenWork {
  tasks: number;
  drafts: number;
  toolCalls: number;
  modelCalls: number;
  liveTexts: number;
}

const NOTHING_OPEN: OpenWork = { tasks: 0, drafts: 0, toolCalls: 0, modelCalls: 0, liveTexts: 0 };

async function openWorkOf(id: string): Promise<OpenWork> {
  const where = { conversationId: id };
  const { database } = colloquy;
  return {
    tasks: await database.humanTask.count({ where: { ...where, state: 'open' } }),
    drafts: await database.message.count({ where: { ...where, status: 'draft', supersededAt: null } }),
    toolCalls: await database.toolCall.count({ where: { ...where, state: 'running' } }),
    modelCalls: await database.modelCall.count({ where: { ...where, state: 'open' } }),
    liveTexts: await database.liveText.count({ where }),
  };
}

const rowOf = (id: string) => colloquy.database.conversation.findUniqueOrThrow({ where: { id } });

async function untilOpen(id: string, open: Partial<OpenWork>): Promise<void> {
  await eventually(
    () => openWorkOf(id),
    (found) => Object.entries(open).every(([kind, count]) => found[kind as keyof OpenWork] === count),
  );
}

/** Answers the task that is open; who is told that it no longer is answers the one that has taken its place. */
async function decide(id: string, decision: 'approve' | 'reply', words = ''): Promise<void> {
  await eventually(
    async () => {
      const { id: taskId } = await openTask(colloquy, id);
      return answer(colloquy, id, taskId, decision, { words }).then(
        () => 'answered',
        (error: unknown) => String((error as Error).cause ?? error),
      );
    },
    (outcome) => outcome === 'answered',
  );
}

const anyTask = (turns: Partial<TeamConfig>) => ({ termination: null, maxTurns: 1, ...turns });

const moments: Record<string, Moment> = {
  'a reply that streams': {
    team: () => team([agent('writer')], anyTask({})),
    replies: (until) => [text('Half of a reply', { hold: { afterChunks: 2, until } })],
    again: [text('A whole reply')],
    arrived: (id) => untilOpen(id, { modelCalls: 1, liveTexts: 1 }),
    open: { modelCalls: 1 },
    leaves: { unknownCalls: 1 },
    finish: () => Promise.resolve(),
    says: { same: 'writer: A whole reply', again: 'writer: A whole reply' },
    replaced: [],
  },
  'a draft that waits for its review': {
    team: () =>
      team([agent('writer', { review: { deadlineSeconds: 3_600, onDeadline: 'stop' } })], anyTask({})),
    replies: () => [text('A draft')],
    again: [text('Another draft')],
    arrived: (id) => openTask(colloquy, id),
    open: { tasks: 1, drafts: 1 },
    leaves: { tasks: ['withdrawn'], drafts: ['discarded'], unknownCalls: 0 },
    finish: (id) => decide(id, 'approve'),
    says: { same: 'writer: A draft', again: 'writer: Another draft' },
    replaced: ['A draft'],
  },
  'a tool call that runs': {
    team: () => team([agent('clerk', { tools: [tools.tool('pay')] })], anyTask({})),
    replies: (until) => {
      tools.answer(async (seen) => {
        if (tools.calls.length === 1) await until.opened;
        return `Paid ${String(seen.arguments['what'])}`;
      });
      return [call('pay', { what: 'rent' })];
    },
    again: [call('pay', { what: 'tax' })],
    arrived: async (id) => {
      await tools.received(1);
      await untilOpen(id, { toolCalls: 1 });
    },
    open: { toolCalls: 1 },
    leaves: { toolCalls: ['unknown'], unknownCalls: 0 },
    // Whether it was made nobody knows: a person says that it may be made again.
    finish: (id, isSame) => (isSame ? decide(id, 'approve') : Promise.resolve()),
    says: { same: 'clerk: Paid rent', again: 'clerk: Paid tax' },
    replaced: ['pay({"what":"rent"})'],
  },
  'a question to a person': {
    team: () =>
      team(
        [
          {
            kind: 'person',
            name: 'owner',
            description: '',
            prompt: 'Well?',
            deadlineSeconds: 3_600,
            onDeadline: 'stop',
          },
        ],
        anyTask({}),
      ),
    replies: () => [],
    again: [],
    arrived: (id) => openTask(colloquy, id),
    open: { tasks: 1 },
    leaves: { tasks: ['withdrawn'], unknownCalls: 0 },
    finish: (id) => decide(id, 'reply', 'Fine.'),
    says: { same: 'owner: Fine.', again: 'owner: Fine.' },
    replaced: [],
  },
};

const names = Object.keys(moments);
function momentOf(name: string): Moment {
  const moment = moments[name];
  if (moment === undefined) throw new Error(`No moment is called ${name}`);
  return moment;
}

/** Starts a conversation and waits until it is in the middle of something; `until` holds it there. */
async function inTheMiddleOf(moment: Moment): Promise<{ id: string; until: Gate }> {
  const until = createGate();
  const config = moment.team();
  colloquy.model.script(...moment.replies(until));
  const id = await colloquy.start(config);
  await moment.arrived(id);
  return { id, until };
}

/** One round of the reconciler, after this much time without a change. */
function reconcileIn(ms: number): Promise<void> {
  const { database, temporal, taskQueue } = colloquy;
  const logger = createLogger({ process: 'worker', level: 'silent' });
  return reconcile({ database, temporal, taskQueue, logger }, new Date(Date.now() + ms));
}

const execution = (id: string) => ({ workflowId: conversationWorkflowId(id, 0) });
const namespace = testTemporal().TEMPORAL_NAMESPACE;

/** The server's list of workflows follows a little later than the workflow itself; the reconciler reads the list. */
async function untilNotListed(id: string): Promise<void> {
  const query = `ExecutionStatus = 'Running' AND WorkflowId = '${conversationWorkflowId(id, 0)}'`;
  await eventually(
    () => colloquy.temporal.workflow.count(query),
    ({ count }) => count === 0,
  );
}

const ends: Record<string, { how: (id: string) => Promise<unknown>; stopReason: string }> = {
  terminates: {
    how: (id) => colloquy.handle(id).terminate('Too expensive'),
    stopReason: 'Its workflow was terminated',
  },
  deletes: {
    how: async (id) => {
      await colloquy.temporal.workflowService.deleteWorkflowExecution({
        namespace,
        workflowExecution: execution(id),
      });
      await eventually(
        () =>
          colloquy
            .handle(id)
            .describe()
            .then(() => 'there')
            .catch(() => 'gone'),
        (state) => state === 'gone',
      );
    },
    stopReason: 'Its workflow no longer exists on the Temporal server',
  },
};

describe.each(Object.keys(ends))('an operator %s a workflow in the middle of', (way) => {
  it.each(names)('%s: within a minute it is over, and nothing of it goes on', async (name) => {
    const moment = momentOf(name);
    const end = ends[way];
    const { id, until } = await inTheMiddleOf(moment);
    await end?.how(id);
    await untilNotListed(id);
    await reconcileIn(60_000);

    const row = await rowOf(id);
    expect(row).toMatchObject({ state: 'failed', stopReason: end?.stopReason });
    expect(row.endedAt).toBeInstanceOf(Date);
    expect(await openWorkOf(id)).toEqual(NOTHING_OPEN);
    const { database } = colloquy;
    const where = { conversationId: id };
    const { tasks = [], drafts = [], toolCalls = [] } = moment.leaves;
    expect((await database.humanTask.findMany({ where })).map(({ state }) => state)).toEqual(tasks);
    expect((await database.toolCall.findMany({ where })).map(({ state }) => state)).toEqual(toolCalls);
    const written = await database.message.findMany({ where: { ...where, seq: { gt: 0 } } });
    expect(written.map(({ status }) => status).filter((status) => status !== 'final')).toEqual(drafts);

    // The activity hears of it with its next heartbeat, and brings nothing back.
    until.open();
    await eventually(
      () => database.modelCall.count({ where: { ...where, endedAt: null } }),
      (count) => count === 0,
    );
    expect(await openWorkOf(id)).toEqual(NOTHING_OPEN);
    expect(await rowOf(id)).toMatchObject({ state: 'failed', endedAt: row.endedAt });
  });
});

/** The event that an operator resets a workflow to: a workflow task that has completed. */
async function reset(id: string, to: 'beginning' | 'last step'): Promise<void> {
  const { events } = await colloquy.handle(id).fetchHistory();
  const completed = (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes);
  const event = to === 'beginning' ? completed[0] : completed.at(-1);
  await colloquy.temporal.workflowService.resetWorkflowExecution({
    namespace,
    workflowExecution: execution(id),
    reason: 'It was worth it',
    workflowTaskFinishEventId: event?.eventId ?? null,
    requestId: randomUUID(),
  });
}

/** Whether a moment's turn goes on where it was, because its workflow only waits. */
const staysSame = (name: string, to: string) => to === 'last step' && !name.includes('reply');

const resets = (['beginning', 'last step'] as const).flatMap((to) =>
  (['while it runs', 'after its end was noticed'] as const).map((when) => ({ to, when })),
);

describe.each(resets)('an operator resets a workflow to its $to, $when, in the middle of', ({ to, when }) => {
  it.each(names)('%s: it goes on, and what was replaced is kept', async (name) => {
    const moment = momentOf(name);
    const { id, until } = await inTheMiddleOf(moment);
    if (when === 'after its end was noticed') {
      await ends['terminates']?.how(id);
      await untilNotListed(id);
      await reconcileIn(60_000);
      expect(await rowOf(id)).toMatchObject({ state: 'failed' });
    }
    const isSame = staysSame(name, to);
    const asked = colloquy.model.requests.length;
    if (!isSame) colloquy.model.script(...moment.again);
    await reset(id, to);
    if (!isSame) {
      await colloquy.model.received(asked + moment.again.length);
      // The run that was reset hears of it later, and may come to its own end before.
      until.open();
    }

    if (isSame || moment.open.tasks === 1) {
      const drafts = moment.open.drafts ?? 0;
      await eventually(
        async () => {
          await reconcileIn(0);
          const { state, endedAt } = await rowOf(id);
          const open = await openWorkOf(id);
          return { state, endedAt, tasks: open.tasks, drafts: open.drafts };
        },
        (seen) =>
          seen.state === 'waiting' && seen.endedAt === null && seen.tasks === 1 && seen.drafts === drafts,
      );
    }
    until.open();
    await moment.finish(id, isSame);
    await colloquy.handle(id).result();

    expect(await rowOf(id)).toMatchObject({ state: 'finished' });
    expect(await openWorkOf(id)).toEqual(NOTHING_OPEN);
    const story = await transcriptOf(colloquy.database, id);
    expect(story.at(-1)).toBe(isSame ? moment.says.same : moment.says.again);
    const replaced = await colloquy.database.message.findMany({
      where: { conversationId: id, supersededAt: { not: null } },
      orderBy: { seq: 'asc' },
    });
    expect(replaced.map(({ content }) => content)).toEqual(isSame ? [] : moment.replaced);
    // Nobody is asked by the run that was reset.
    const tasks = await colloquy.database.humanTask.findMany({ where: { conversationId: id } });
    expect(tasks.map(({ state }) => state).filter((state) => state !== 'withdrawn')).toEqual(
      isSame || moment.open.tasks === 1 ? ['answered'] : [],
    );
  });
});
