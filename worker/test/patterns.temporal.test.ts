import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call, type ScriptedReply, text } from '../../test/support/scriptedReply.ts';
import type { GraphEdge } from '../../workflows/domain/patterns/kinds/graph/graph.ts';
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
const handsTo = (...targets: string[]) =>
  targets.map((target) => ({
    target,
    description: `Hand over to ${target}.`,
    name: `transfer_to_${target}`,
    message: `Over to ${target}.`,
  }));

describe('a selector', () => {
  const selector = (participants: Participant[], changes: Partial<TeamConfig> = {}) =>
    anyTeam({
      participants,
      pattern: {
        kind: 'selector',
        model: null,
        prompt: null,
        allowRepeatedSpeaker: false,
        maxAttempts: 3,
        candidateFilter: null,
        streaming: false,
        context: { kind: 'unbounded' },
      },
      maxTurns: 2,
      ...changes,
    });
  const three = [agent('writer'), agent('critic'), agent('editor')];

  it('lets its model choose, tells it what it got wrong, and falls back after its attempts', async () => {
    const before = colloquy.model.requests.length;
    const { story } = await played(
      selector(three, { emitTeamEvents: true }),
      text('editor'),
      text('Edited'),
      text('Whoever'),
      text('writer and critic'),
      text('editor'),
      text('Written'),
    );
    expect(story).toEqual([
      'SelectorGroupChatManager SelectSpeakerEvent: editor',
      'editor: Edited',
      'SelectorGroupChatManager SelectSpeakerEvent: writer',
      'writer: Written',
    ]);
    const corrections = colloquy.model.requests.slice(before + 3, before + 5);
    expect(corrections.map(({ body }) => body.messages.at(-1)?.content)).toEqual([
      "No valid name was mentioned. Please select from: ['writer', 'critic'].",
      "Expected exactly one name to be mentioned. Please select only one from: ['writer', 'critic'].",
    ]);
  });

  it('does not ask if only one participant may speak', async () => {
    const { story } = await played(selector(three.slice(0, 2)), text('critic'), text('One'), text('Two'));
    expect(story).toEqual(['critic: One', 'writer: Two']);
  });
});

describe('a swarm', () => {
  const swarm = anyTeam({
    pattern: { kind: 'swarm' },
    participants: [
      agent('triage', { handoffs: handsTo('sales', 'user') }),
      agent('sales', { handoffs: handsTo('triage') }),
    ],
    termination: {
      kind: 'or',
      conditions: [
        { kind: 'handoff', target: 'user' },
        { kind: 'text_mention', text: 'SOLD', sources: null },
      ],
    },
  });

  it('hands over to a person outside, who is asked in the next run and hands back', async () => {
    const { id, outcome, story } = await played(
      swarm,
      call('transfer_to_sales'),
      call('transfer_to_triage'),
      call('transfer_to_user'),
    );
    expect(outcome).toEqual({ state: 'finished', stopReason: 'Handoff to user from triage detected.' });
    expect(story.filter((line) => line.includes('HandoffMessage'))).toEqual([
      'triage HandoffMessage: Over to sales.',
      'sales HandoffMessage: Over to triage.',
      'triage HandoffMessage: Over to user.',
    ]);
    colloquy.model.script(text('SOLD'));
    const next = await colloquy.continueRun(id, [
      {
        type: 'HandoffMessage',
        source: 'user',
        content: 'I buy it.',
        body: { kind: 'handoff', target: 'sales', context: [] },
      },
    ]);
    expect(next).toEqual({ state: 'finished', stopReason: "Text 'SOLD' mentioned" });
    expect((await storyOf(colloquy.database, id)).slice(-2)).toEqual([
      'user HandoffMessage: I buy it.',
      'sales: SOLD',
    ]);
    expect(colloquy.model.requests.at(-1)?.rawBody).toContain('I buy it.');
  });

  it('asks a person who is a member, whose answer hands back to the agent that handed over', async () => {
    const customer = {
      kind: 'person',
      name: 'customer',
      description: '',
      prompt: 'Well?',
      deadlineSeconds: 3_600,
      onDeadline: 'stop',
    } as const;
    const desk = { ...swarm, participants: [agent('triage', { handoffs: handsTo('customer') }), customer] };
    colloquy.model.script(call('transfer_to_customer'), text('SOLD'));
    const id = await colloquy.start(desk);
    const asked = await openTask(colloquy, id);
    expect(asked).toMatchObject({ kind: 'give_input', speaker: 'customer' });
    await answer(colloquy, id, asked.id, 'reply', { words: 'Yes, please.' });
    await colloquy.handle(id).result();
    expect((await storyOf(colloquy.database, id)).slice(-2)).toEqual([
      'customer HandoffMessage: Yes, please.',
      'triage: SOLD',
    ]);
  });
});

describe('a graph', () => {
  const edge = (target: string, condition: string | null = null): GraphEdge => ({
    target,
    condition,
    activationGroup: target,
    activationCondition: 'all',
  });
  const nodes = (edges: Record<string, GraphEdge[]>) =>
    Object.entries(edges).map(([name, out]) => ({ name, edges: out, activation: 'all' as const }));

  it('runs in parallel what may, and continues once all of it has finished', async () => {
    const fan = anyTeam({
      participants: [agent('lead'), agent('left'), agent('right'), agent('join')],
      pattern: {
        kind: 'graph',
        startNode: null,
        nodes: nodes({
          lead: [edge('left'), edge('right')],
          left: [edge('join')],
          right: [edge('join')],
          join: [],
        }),
      },
    });
    const before = colloquy.model.requests.length;
    colloquy.model.script(text('Go on, both'));
    colloquy.model.otherwise((request) => {
      const name = /You are (\w+)/.exec(request.messages[0]?.content ?? '')?.[1] ?? '';
      return text(`From ${name}`, { chunkDelayMs: name === 'left' ? 150 : 0 });
    });
    const id = await colloquy.start(fan);
    expect(await colloquy.handle(id).result()).toEqual({
      state: 'finished',
      stopReason: 'Digraph execution is complete',
    });
    // The slower of the two comes second, since it finished later.
    expect((await storyOf(colloquy.database, id)).slice(1)).toEqual([
      'lead: Go on, both',
      'right: From right',
      'left: From left',
      'join: From join',
    ]);
    const requests = colloquy.model.requests.slice(before);
    expect(requests[2]?.rawBody).not.toMatch(/From (left|right)/);
    expect(requests[3]?.rawBody).toMatch(/From right.*From left/);
  });

  it('repeats a loop until its exit opens', async () => {
    const loop = anyTeam({
      participants: [agent('writer'), agent('critic'), agent('printer')],
      maxTurns: 9,
      pattern: {
        kind: 'graph',
        startNode: 'writer',
        nodes: nodes({
          writer: [edge('critic')],
          critic: [edge('writer', 'AGAIN'), edge('printer', 'PRINT')],
          printer: [],
        }),
      },
    });
    const { story } = await played(
      loop,
      text('One'),
      text('AGAIN'),
      text('Two'),
      text('PRINT'),
      text('Printed'),
    );
    expect(story).toEqual([
      'writer: One',
      'critic: AGAIN',
      'writer: Two',
      'critic: PRINT',
      'printer: Printed',
    ]);
  });
});

describe('Magentic-One', () => {
  const entry = (fields: Partial<Record<'satisfied' | 'loop' | 'progress', boolean>>, speaker = 'coder') =>
    text(
      JSON.stringify({
        is_request_satisfied: { reason: 'Because', answer: fields.satisfied ?? false },
        is_in_loop: { reason: '', answer: fields.loop ?? false },
        is_progress_being_made: { reason: '', answer: fields.progress ?? true },
        next_speaker: { reason: '', answer: speaker },
        instruction_or_question: { reason: '', answer: `Do it, ${speaker}` },
      }),
    );

  it('plans, instructs, makes a new plan when it stalls, and answers', async () => {
    const orchestra = anyTeam({
      participants: [agent('coder'), agent('tester')],
      pattern: { kind: 'magentic_one', model: null, maxStalls: 1, maxResets: null, finalAnswerPrompt: null },
    });
    const before = colloquy.model.requests.length;
    const { outcome, story } = await played(
      orchestra,
      text('FACTS'),
      text('PLAN'),
      entry({}),
      text('Coded'),
      text('no JSON at all'),
      entry({ progress: false }),
      text('NEW FACTS'),
      text('NEW PLAN'),
      entry({}, 'tester'),
      text('Tested'),
      entry({ satisfied: true }),
      text('THE ANSWER'),
    );
    expect(outcome).toEqual({ state: 'finished', stopReason: 'Because' });
    expect(story.map((line) => line.split('\n')[0])).toEqual([
      'MagenticOneOrchestrator: ',
      'MagenticOneOrchestrator: Do it, coder',
      'coder: Coded',
      'MagenticOneOrchestrator: ',
      'MagenticOneOrchestrator: Do it, tester',
      'tester: Tested',
      'MagenticOneOrchestrator: THE ANSWER',
    ]);
    // With a new plan all participants start afresh.
    expect(colloquy.model.requests[before + 9]?.rawBody).not.toContain('Coded');
  });
});
