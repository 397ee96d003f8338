import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { ConversationEvent } from '../../workflows/domain/conversation/event.ts';
import { reduce } from '../../workflows/domain/conversation/reduce.ts';
import {
  initialConversation,
  type ActiveSpeaker,
  type ConversationState,
} from '../../workflows/domain/conversation/state.ts';
import type { MessageFacts } from '../../workflows/domain/message.ts';
import { decisionsOf, type HumanTask, type Resolution } from '../../workflows/domain/task.ts';
import type { PlannedParticipant, TeamPlan } from '../../workflows/domain/team.ts';
import type { TerminationCondition } from '../../workflows/domain/terminations/condition.ts';

/** A run of a conversation as random choices made it: what happened, and the state after each event. */
export interface RandomRun {
  plan: TeamPlan;
  initial: ConversationState;
  steps: { event: ConversationEvent; state: ConversationState }[];
}

/** Every text that a random termination condition may watch for. */
const WORDS = ['APPROVE', 'DONE'];

const review = fc.record({
  deadlineSeconds: fc.constant(60),
  onDeadline: fc.constantFrom('approve' as const, 'discard' as const, 'stop' as const),
});

const participantKind = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('agent' as const), review: fc.option(review) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('person' as const),
      deadlineSeconds: fc.constant(60),
      onDeadline: fc.constantFrom('skip' as const, 'stop' as const),
    }),
  },
);

const heardSources: fc.Arbitrary<string[] | null> = fc.option(fc.constant(['p0', 'user']));

/** Conditions that let a conversation go on for a while, of any shape that a person could have written. */
export const anyCondition: fc.Arbitrary<TerminationCondition> = conditionOfDepth(2);

function conditionOfDepth(depth: number): fc.Arbitrary<TerminationCondition> {
  const leaf = fc.oneof<fc.Arbitrary<TerminationCondition>[]>(
    fc.record({ kind: fc.constant('max_messages' as const), maxMessages: fc.integer({ min: 3, max: 30 }) }),
    fc.record({
      kind: fc.constant('text_mention' as const),
      text: fc.constantFrom(...WORDS),
      sources: heardSources,
    }),
    fc.constant({ kind: 'external' as const }),
  );
  if (depth === 0) return leaf;
  const conditions = fc.array(conditionOfDepth(depth - 1), { minLength: 1, maxLength: 3 });
  const branch = fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), conditions });
  return fc.oneof<fc.Arbitrary<TerminationCondition>[]>(leaf, branch);
}

const anyPlan: fc.Arbitrary<TeamPlan> = fc
  .record({
    kinds: fc.array(participantKind, { minLength: 1, maxLength: 4 }),
    termination: fc.option(anyCondition),
    maxTurns: fc.option(fc.integer({ min: 1, max: 12 })),
  })
  .map(({ kinds, termination, maxTurns }) => ({
    pattern: { kind: 'round_robin' },
    participants: kinds.map((kind, index): PlannedParticipant => ({ ...kind, name: `p${String(index)}` })),
    termination,
    maxTurns,
  }));

/** Runs in which everything that may happen to a conversation happens, in any order that the workflow allows. */
export const anyRun: fc.Arbitrary<RandomRun> = fc
  .record({ plan: anyPlan, choices: fc.array(fc.nat({ max: 999 }), { maxLength: 120 }) })
  .map(({ plan, choices }) => {
    const task: MessageFacts = { seq: 0, type: 'TextMessage', source: 'user', mentions: [] };
    return play(plan, initialConversation(plan, [task]), choices);
  });

/** Plays a conversation from a state: each number chooses among what may happen next. */
function play(plan: TeamPlan, initial: ConversationState, choices: readonly number[]): RandomRun {
  const steps: RandomRun['steps'] = [];
  let state = initial;
  let unrecorded: number[] = [];
  const happen = (event: ConversationEvent) => {
    if (event.kind === 'post_taken') unrecorded = [...unrecorded, state.nextSeq];
    if (event.kind === 'post_recorded') unrecorded = unrecorded.filter((seq) => seq !== event.message.seq);
    state = reduce(plan, state, event);
    steps.push({ event, state });
  };
  choices.forEach((choice, index) => {
    const possible = whatMayHappen(state, unrecorded, { choice, index });
    const event = possible[choice % possible.length];
    if (event === undefined) return;
    happen(event);
    // The workflow begins the next turn in the same breath.
    if (event.kind === 'checked' && state.outcome === null) happen({ kind: 'turn_began' });
  });
  return { plan, initial, steps };
}

interface Chance {
  choice: number;
  index: number;
}

function whatMayHappen(
  state: ConversationState,
  unrecorded: readonly number[],
  chance: Chance,
): ConversationEvent[] {
  const recorded = unrecorded.map((seq): ConversationEvent => ({
    kind: 'post_recorded',
    message: said('user', seq, chance),
  }));
  const anyTime: ConversationEvent[] = [{ kind: 'paused' }, { kind: 'resumed' }, ...recorded];
  if (state.outcome !== null) return [...anyTime, { kind: 'stop_requested' }];
  const turn = [
    ...state.active.flatMap((active) => stepsOf(active, chance)),
    ...betweenTurns(state, unrecorded),
  ];
  // The turn goes on far more often than somebody interferes.
  const goesOn = Array.from({ length: 6 }, () => turn).flat();
  const rare: ConversationEvent[] =
    chance.choice > 960
      ? [
          { kind: 'stop_requested' },
          { kind: 'ended', outcome: { state: 'cancelled', stopReason: 'Cancelled' } },
        ]
      : [];
  return [...goesOn, ...anyTime, { kind: 'post_taken', submissionId: id('post', chance) }, ...rare];
}

function betweenTurns(state: ConversationState, unrecorded: readonly number[]): ConversationEvent[] {
  if (state.active.length > 0) {
    const isOver = state.active.every(
      ({ step }) =>
        step.kind === 'done' || (state.stop !== null && (step.kind === 'reply' || step.kind === 'task')),
    );
    return isOver ? [{ kind: 'turn_ended' }] : [];
  }
  const mayBegin = (!state.paused || state.stop !== null) && unrecorded.length === 0;
  return mayBegin ? [{ kind: 'checked' }] : [];
}

function stepsOf({ speaker, seq, step }: ActiveSpeaker, chance: Chance): ConversationEvent[] {
  const seed = { taskId: id('task', chance), nowMs: 1_700_000_000_000 + chance.index };
  switch (step.kind) {
    case 'ask':
      return [{ kind: 'input_wanted', speaker, ...seed }];
    case 'reply':
      return [
        { kind: 'replied', speaker, message: said(speaker, seq, chance), ...seed },
        { kind: 'replied', speaker, message: said(speaker, seq, chance), ...seed },
        {
          kind: 'reply_failed',
          speaker,
          failure: { type: 'model_not_found', message: 'No such model' },
          ...seed,
        },
      ];
    case 'task':
      return resolutionsOf(step.task, chance).map((resolution) => ({
        kind: 'task_resolved',
        taskId: step.task.id,
        resolution,
      }));
    case 'settle':
      return [
        {
          kind: 'task_settled',
          taskId: step.task.id,
          message: outcomeOf(step.task, step.resolution, chance),
        },
      ];
    case 'done':
      return [];
  }
}

function resolutionsOf(task: HumanTask, chance: Chance): Resolution[] {
  const byPerson = decisionsOf[task.kind].map((decision): Resolution => ({
    by: 'person',
    decision,
    submissionId: id('answer', chance),
    userId: 'user-1',
  }));
  return [...byPerson, { by: 'deadline', decision: task.onDeadline }];
}

function outcomeOf(task: HumanTask, resolution: Resolution, chance: Chance): MessageFacts | null {
  const leavesMessage = ['approve', 'edit', 'reply'].includes(resolution.decision);
  return leavesMessage ? said(task.speaker, task.seq, chance) : null;
}

function said(source: string, seq: number, chance: Chance): MessageFacts {
  const mentions = chance.choice % 7 === 0 ? WORDS.slice(0, 1 + (chance.index % 2)) : [];
  return { seq, type: 'TextMessage', source, mentions };
}

/** The same UUID for the same place in the run, so that a failing case can be played again. */
function id(kind: string, chance: Chance): string {
  const hex = createHash('sha256')
    .update(`${kind} ${String(chance.index)}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
