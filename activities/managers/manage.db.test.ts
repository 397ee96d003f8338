import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGate, text, unauthorized } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import type { ConversationRef, ManageInput } from '../../workflows/contracts/activityTypes.ts';
import type { PatternConfig } from '../../workflows/domain/patterns/registry.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { placeOf, stateWith } from '../test/inputs.ts';
import { rowsOf } from '../test/rows.ts';
import { type As, begin, failureOf, openStage, run, type Stage } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const SELECTOR: Extract<PatternConfig, { kind: 'selector' }> = {
  kind: 'selector',
  model: null,
  prompt: null,
  allowRepeatedSpeaker: false,
  maxAttempts: 3,
  candidateFilter: null,
  streaming: true,
  context: { kind: 'unbounded' },
};
const ORCHESTRA: PatternConfig = {
  kind: 'magentic_one',
  model: null,
  maxStalls: 3,
  maxResets: null,
  finalAnswerPrompt: null,
};
const THREE = [agent('writer'), agent('critic'), agent('editor')];

const conversationOf = (pattern: PatternConfig, changes: Partial<TeamConfig> = {}) =>
  stage.conversation(team(THREE, { pattern, ...changes }));

function input(
  ref: ConversationRef,
  work: ManageInput['work'],
  changes: Partial<ManageInput> = {},
): ManageInput {
  return { ...placeOf(ref, { speaker: 'manager' }), work, stateBefore: stateWith(2), ...changes };
}

const manage = (
  ref: ConversationRef,
  work: ManageInput['work'],
  { seq = 1, ...as }: { seq?: number } & As = {},
) => run(stage, 'manage', input(ref, work, placeOf(ref, { speaker: 'manager', seq })), as);

const callsOf = async ({ conversationId }: ConversationRef) =>
  (await rowsOf(stage.database, conversationId)).calls.map(({ purpose, ordinal, state }) =>
    [purpose, String(ordinal), state].join(' '),
  );
const saidIn = async ({ conversationId }: ConversationRef) =>
  (await rowsOf(stage.database, conversationId)).messages.slice(1);

const select = { kind: 'select', candidates: ['writer', 'critic'], previous: 'editor' } as const;
const selection: ManageInput['work'] = { ...select, candidates: [...select.candidates] };

describe('a selector', () => {
  it('asks until one name is clear, each request a call of its own', async () => {
    const ref = await conversationOf(SELECTOR);
    stage.model.script(text('Whoever'), text('editor'), text('It is critic.'));
    expect(await manage(ref, selection)).toMatchObject({
      messages: [],
      result: { kind: 'selected', speaker: 'critic' },
    });
    expect(await callsOf(ref)).toEqual([0, 1, 2].map((each) => `select ${String(each)} completed`));
    expect(await saidIn(ref)).toEqual([]);
  });

  it('lets the fallback speak once its attempts are used up', async () => {
    const ref = await conversationOf({ ...SELECTOR, maxAttempts: 2 });
    stage.model.script(text('Whoever'), text('Nobody'));
    expect(await manage(ref, selection)).toMatchObject({ result: { kind: 'selected', speaker: 'writer' } });
  });

  it('shows its answers where the team shows its events, once each', async () => {
    const ref = await conversationOf(SELECTOR, { emitTeamEvents: true });
    stage.model.script(text('Whoever'), text('critic'));
    const first = await manage(ref, selection);
    expect(first.messages.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'SelectorEvent'],
      [2, 'SelectorEvent'],
    ]);
    const before = await saidIn(ref);
    const sent = stage.model.requests.length;
    // Its worker was lost after it had written all that, and before it could say so.
    expect(await manage(ref, selection, { attempt: 2 })).toEqual(first);
    expect(await saidIn(ref)).toEqual(before);
    expect(stage.model.requests).toHaveLength(sent);
  });

  it('asks no second time what an earlier attempt was answered', async () => {
    const ref = await conversationOf(SELECTOR);
    const gate = createGate();
    stage.model.script(text('Whoever'), text('', { hold: { afterChunks: 0, until: gate } }), text('critic'));
    const sent = stage.model.requests.length;
    const lost = begin(stage, 'manage', input(ref, selection));
    await stage.model.received(sent + 2);
    expect(await manage(ref, selection, { attempt: 2 })).toMatchObject({
      result: { kind: 'selected', speaker: 'critic' },
    });
    expect(stage.model.requests).toHaveLength(sent + 3);
    expect(await callsOf(ref)).toEqual(['select 0 completed', 'select 1 unknown', 'select 1 completed']);
    lost.cancel();
    gate.open();
    await failureOf(lost.result);
  });

  it('chooses among those whom the filter leaves, and asks nobody where it leaves one', async () => {
    const filtered = { ...SELECTOR, candidateFilter: 'name != previous && name != "writer"' };
    const ref = await conversationOf(filtered);
    const sent = stage.model.requests.length;
    expect(await manage(ref, selection)).toMatchObject({ result: { kind: 'selected', speaker: 'critic' } });
    expect(stage.model.requests).toHaveLength(sent);
  });

  it('fails for good where the filter leaves nobody', async () => {
    const ref = await conversationOf({ ...SELECTOR, candidateFilter: 'false' });
    expect(await failureOf(manage(ref, selection))).toMatchObject({ nonRetryable: true });
  });

  it('whose key is wrong fails for good', async () => {
    const ref = await conversationOf(SELECTOR);
    stage.model.script(unauthorized());
    expect(await failureOf(manage(ref, selection))).toMatchObject({
      type: 'model_unauthorized',
      nonRetryable: true,
    });
  });
});

describe('an orchestrator', () => {
  const ledger = (fields: { satisfied?: boolean; progress?: boolean; speaker?: string } = {}) =>
    text(
      JSON.stringify({
        is_request_satisfied: { reason: 'Because', answer: fields.satisfied ?? false },
        is_in_loop: { reason: '', answer: false },
        is_progress_being_made: { reason: '', answer: fields.progress ?? true },
        next_speaker: { reason: '', answer: fields.speaker ?? 'critic' },
        instruction_or_question: { reason: '', answer: 'Mind the metre' },
      }),
    );

  async function planned(): Promise<ConversationRef> {
    const ref = await conversationOf(ORCHESTRA);
    stage.model.script(text('THE FACTS'), text('THE PLAN'));
    await manage(ref, { kind: 'plan' });
    return ref;
  }

  it('plans in two requests, and its plan is what all begin with', async () => {
    const ref = await planned();
    const [plan] = await saidIn(ref);
    expect(plan).toMatchObject({
      seq: 1,
      source: 'manager',
      resets: true,
      body: { kind: 'ledger', task: 'Write a haiku about rain.', facts: 'THE FACTS', plan: 'THE PLAN' },
    });
    expect(plan?.content).toContain('critic: critic does its part.');
    expect(await callsOf(ref)).toEqual(['facts 0 completed', 'plan 1 completed']);
    expect(stage.model.requests.at(-1)?.body.messages.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'user',
    ]);
  });

  it('asks for the plan alone where an earlier attempt has the facts', async () => {
    const ref = await conversationOf(ORCHESTRA);
    const gate = createGate();
    stage.model.script(
      text('THE FACTS'),
      text('', { hold: { afterChunks: 0, until: gate } }),
      text('THE PLAN'),
    );
    const sent = stage.model.requests.length;
    const lost = begin(stage, 'manage', input(ref, { kind: 'plan' }));
    await stage.model.received(sent + 2);
    await manage(ref, { kind: 'plan' }, { attempt: 2 });
    expect(await callsOf(ref)).toEqual(['facts 0 completed', 'plan 1 unknown', 'plan 1 completed']);
    lost.cancel();
    gate.open();
    await failureOf(lost.result);
  });

  it('instructs whom its ledger names', async () => {
    const ref = await planned();
    stage.model.script(ledger());
    const { messages, result } = await manage(
      ref,
      { kind: 'progress', lastStall: false },
      { seq: 2, activityId: '2' },
    );
    expect(result).toEqual({
      kind: 'progress',
      satisfied: false,
      stalled: false,
      reason: 'Because',
      speaker: 'critic',
    });
    expect(messages).toMatchObject([{ seq: 2, source: 'manager' }]);
    expect((await saidIn(ref))[1]).toMatchObject({ content: 'Mind the metre', resets: false });
  });

  it.each([
    ['the request is satisfied', { satisfied: true }, false],
    ['it stalls once too often', { progress: false }, true],
  ])('says nothing where %s', async (_what, fields, lastStall) => {
    const ref = await planned();
    stage.model.script(ledger(fields));
    const { messages } = await manage(ref, { kind: 'progress', lastStall }, { seq: 2, activityId: '2' });
    expect(messages).toEqual([]);
    expect(await saidIn(ref)).toHaveLength(1);
  });

  it('asks again for a ledger that cannot be used, and gives up after ten', async () => {
    const ref = await planned();
    stage.model.script(text('no JSON'), ledger({ speaker: 'nobody' }), ledger({ speaker: 'editor' }));
    const progress = { kind: 'progress', lastStall: false } as const;
    expect(await manage(ref, progress, { seq: 2, activityId: '2' })).toMatchObject({
      result: { speaker: 'editor' },
    });
    stage.model.script(...Array.from({ length: 10 }, () => text('no JSON')));
    expect(await failureOf(manage(ref, progress, { seq: 3, activityId: '3' }))).toMatchObject({
      type: 'model_unexpected_answer',
      nonRetryable: true,
    });
  });

  it('plans anew from what it has, and answers in the end', async () => {
    const ref = await planned();
    stage.model.script(text('NEW FACTS'), text('NEW PLAN'), text('THE ANSWER'));
    await manage(ref, { kind: 'replan' }, { seq: 2, activityId: '2' });
    const facts = stage.model.requests.at(-2)?.body.messages.at(-1)?.content;
    expect(facts).toContain('THE FACTS');
    const last = await manage(ref, { kind: 'final_answer', reason: 'Because' }, { seq: 3, activityId: '3' });
    expect(last.result).toEqual({ kind: 'answered' });
    expect((await saidIn(ref)).map(({ content, resets }) => [content.includes('NEW PLAN'), resets])).toEqual([
      [false, true],
      [true, true],
      [false, false],
    ]);
  });
});
