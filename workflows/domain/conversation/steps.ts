import { assertNever } from '../json.ts';
import type { MessageFacts } from '../message.ts';
import { RESOLVE_ERROR_DEADLINE_SECONDS, type Resolution, type TurnFailure } from '../task.ts';
import type { PlannedParticipant, TeamPlan } from '../team.ts';
import type { TaskSeed } from './event.ts';
import type { ActiveSpeaker, SpeakerStep } from './state.ts';

/** An agent writes at once; a person has to be asked. */
export function firstStep(plan: TeamPlan, speaker: string): SpeakerStep {
  return participantOf(plan, speaker).kind === 'agent' ? { kind: 'reply' } : { kind: 'ask' };
}

/** The question to a person whose turn it is. */
export function inputTask(plan: TeamPlan, active: ActiveSpeaker, turn: number, seed: TaskSeed): SpeakerStep {
  const participant = participantOf(plan, active.speaker);
  if (participant.kind !== 'person') throw new Error(`${active.speaker} is not a person`);
  const { deadlineSeconds, onDeadline } = participant;
  return {
    kind: 'task',
    task: { kind: 'give_input', ...taskBase(active, turn, seed, deadlineSeconds), onDeadline },
  };
}

/** A reply stands, or waits to be reviewed where the agent's policy says so. */
export function afterReply(
  plan: TeamPlan,
  active: ActiveSpeaker,
  turn: number,
  reply: TaskSeed & { message: MessageFacts },
): SpeakerStep {
  const participant = participantOf(plan, active.speaker);
  const review = participant.kind === 'agent' ? participant.review : null;
  if (review === null) return { kind: 'done', messages: [reply.message] };
  return {
    kind: 'task',
    task: {
      kind: 'review_message',
      ...taskBase(active, turn, reply, review.deadlineSeconds),
      onDeadline: review.onDeadline,
      draft: reply.message,
    },
  };
}

/** What retrying can't mend waits for a person. */
export function afterFailure(
  active: ActiveSpeaker,
  turn: number,
  failed: TaskSeed & { failure: TurnFailure },
): SpeakerStep {
  return {
    kind: 'task',
    task: {
      kind: 'resolve_error',
      ...taskBase(active, turn, failed, RESOLVE_ERROR_DEADLINE_SECONDS),
      onDeadline: 'stop',
      failure: failed.failure,
    },
  };
}

/** Where a decision that has been carried out leads: to another try, or to the end of this speaker's turn. */
export function afterSettling(resolution: Resolution, message: MessageFacts | null): SpeakerStep {
  switch (resolution.decision) {
    case 'retry':
    case 'reject':
      return { kind: 'reply' };
    case 'approve':
    case 'edit':
    case 'reply':
    case 'skip':
    case 'discard':
    case 'stop':
      return { kind: 'done', messages: message === null ? [] : [message] };
    default:
      return assertNever(resolution);
  }
}

function taskBase(active: ActiveSpeaker, turn: number, seed: TaskSeed, deadlineSeconds: number) {
  return {
    id: seed.taskId,
    speaker: active.speaker,
    turn,
    seq: active.seq,
    deadlineAtMs: seed.nowMs + deadlineSeconds * 1000,
  };
}

function participantOf(plan: TeamPlan, name: string): PlannedParticipant {
  const participant = plan.participants.find((each) => each.name === name);
  if (participant === undefined) throw new Error(`The team has no participant named ${name}`);
  return participant;
}
