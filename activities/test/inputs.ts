import { NOW_MS, plannedAgent, planWith } from '../../test/support/plans.ts';
import type { ConversationRef, GenerateReplyInput, Place } from '../../workflows/contracts/activityTypes.ts';
import { initialConversation } from '../../workflows/domain/conversation/run.ts';
import type { ConversationState } from '../../workflows/domain/conversation/state.ts';
import type { HumanTask } from '../../workflows/domain/tasks/registry.ts';
import type { PersonParticipant } from '../../workflows/domain/team.ts';

/** The parts of the state at the start of a turn that activities read. */
export function stateWith(nextSeq: number, turnsTaken = 0): ConversationState {
  const plan = planWith([plannedAgent('writer')]);
  return { ...initialConversation(plan, [], NOW_MS), nextSeq, turnsTaken, nextTurn: turnsTaken };
}

/** By default the first sequence number of the first turn of "writer". */
export function placeOf(ref: ConversationRef, changes: Partial<Place> = {}): Place {
  const { seq = 1 } = changes;
  const where = { scope: '', turn: 0, seq, speaker: 'writer', readBefore: seq, nextSeq: seq + 1 };
  return { ...ref, ...where, ...changes };
}

/** By default the first request to "writer". */
export function replyInput(
  ref: ConversationRef,
  changes: Partial<GenerateReplyInput> = {},
): GenerateReplyInput {
  const place = placeOf(ref, changes);
  const stateBefore = stateWith(place.nextSeq, place.turn);
  return { ...place, purpose: 'reply', iteration: 0, stateBefore, reviewed: false, ...changes };
}

const DEADLINE_MS = Date.parse('2027-01-01T00:00:00Z');

/** A task in the first turn of "writer", or of the person "customer". */
export function taskOf(kind: HumanTask['kind'], id: string, seq = 1): HumanTask {
  const base = { id, turn: 0, seq, deadlineAtMs: DEADLINE_MS };
  switch (kind) {
    case 'review_message':
      return {
        kind,
        ...base,
        speaker: 'writer',
        onDeadline: 'approve',
        draft: { seq, type: 'TextMessage', source: 'writer', mentions: [] },
      };
    case 'give_input':
      return { kind, ...base, speaker: 'customer', onDeadline: 'skip' };
    case 'resolve_error':
      return {
        kind,
        ...base,
        speaker: 'writer',
        onDeadline: 'stop',
        failure: { type: 'model_unauthorized', message: 'The key is wrong' },
      };
    case 'approve_tool_call':
      return {
        kind,
        ...base,
        speaker: 'writer',
        onDeadline: 'reject',
        index: 0,
        tool: 'pay',
        reason: 'policy',
      };
    case 'wait':
      return {
        kind,
        ...base,
        speaker: 'writer',
        onDeadline: 'go_on',
        index: 0,
        tool: 'wait_until',
      };
  }
}

/** The person among the participants. */
export const CUSTOMER: PersonParticipant = {
  kind: 'person',
  name: 'customer',
  description: 'Buys haiku.',
  prompt: 'Which colour shall it be?',
  deadlineSeconds: 60,
  onDeadline: 'skip',
};
