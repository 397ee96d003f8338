import { assertNever } from '../json.ts';
import type { MessageFacts } from '../message.ts';
import type { PlannedParticipant, TeamPlan } from '../plan.ts';
import { openInput } from '../tasks/kinds/giveInput.ts';
import { openError, RESOLVE_ERROR_DEADLINE_SECONDS } from '../tasks/kinds/resolveError.ts';
import type { TurnFailure } from '../turnFailure.ts';
import type { At, TaskSeed } from './event.ts';
import { societyScope, teamScope } from './scope.ts';
import type { ActiveSpeaker, RetriedStep, SpeakerStep } from './state.ts';

/** What a participant does first when its turn begins. */
export function firstStep(plan: TeamPlan, scope: string, speaker: string, turn: number): SpeakerStep {
  const participant = participantOf(plan, speaker);
  switch (participant.kind) {
    case 'agent':
      return { kind: 'reply' };
    case 'person':
      return { kind: 'ask' };
    case 'code_executor':
      return participant.writesCode ? { kind: 'reply' } : { kind: 'run_code', attempt: 0 };
    case 'team':
      return { kind: 'open_inner', scope: teamScope(scope, speaker) };
    case 'society':
      return { kind: 'open_inner', scope: societyScope(scope, speaker, turn) };
  }
}

/** The question to a person whose turn it is. */
export function inputTask(
  plan: TeamPlan,
  active: ActiveSpeaker,
  turn: number,
  seed: TaskSeed & At,
): SpeakerStep {
  const participant = participantOf(plan, active.speaker);
  if (participant.kind !== 'person') throw new Error(`${active.speaker} is not a person`);
  const base = taskBase(active, turn, seed, participant.deadlineSeconds);
  return { kind: 'task', task: openInput(base, participant) };
}

/** What retrying can't mend waits for a person. */
export function afterFailure(
  active: ActiveSpeaker,
  turn: number,
  failed: TaskSeed & At & { failure: TurnFailure },
): SpeakerStep {
  const base = taskBase(active, turn, failed, RESOLVE_ERROR_DEADLINE_SECONDS);
  return { kind: 'task', failed: retriedStep(active.step), task: openError(base, failed.failure) };
}

/** The turn of an inner team is what it has said; a society's model has to make one answer of it first. */
export function afterInner(
  plan: TeamPlan,
  active: ActiveSpeaker,
  said: MessageFacts[],
): Pick<ActiveSpeaker, 'messages' | 'step'> {
  if (participantOf(plan, active.speaker).kind === 'society') {
    return { messages: active.messages, step: { kind: 'reply', purpose: 'society' } };
  }
  return { messages: [...active.messages, ...said], step: { kind: 'done' } };
}

export function taskBase(
  active: Pick<ActiveSpeaker, 'speaker' | 'seq'>,
  turn: number,
  { taskId, nowMs, scope }: TaskSeed & { scope: string },
  deadlineSeconds: number,
) {
  return {
    id: taskId,
    ...(scope === '' ? {} : { scope }),
    speaker: active.speaker,
    turn,
    seq: active.seq,
    deadlineAtMs: nowMs + deadlineSeconds * 1000,
  };
}

/** The quorum of a task, where it has one. */
export function quorumOf({ quorum }: { quorum?: number | undefined }): { quorum?: number } {
  return quorum === undefined ? {} : { quorum };
}

export function participantOf(plan: TeamPlan, name: string): PlannedParticipant {
  const participant = plan.participants.find((each) => each.name === name);
  if (participant === undefined) throw new Error(`The team has no participant named ${name}`);
  return participant;
}

function retriedStep(step: SpeakerStep): RetriedStep {
  switch (step.kind) {
    case 'reply':
    case 'results':
    case 'run_code':
    case 'open_inner':
    case 'manage':
      return step;
    case 'ask':
    case 'tools':
    case 'inner':
    case 'task':
    case 'settle':
    case 'done':
      throw new Error(`A step ${step.kind} does not fail`);
    default:
      return assertNever(step);
  }
}
