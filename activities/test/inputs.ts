import { initialConversation, type ConversationState } from '../../workflows/domain/conversation/state.ts';
import type { ConversationRef, GenerateReplyInput } from '../../workflows/contracts/activityTypes.ts';
import type { HumanTask } from '../../workflows/domain/task.ts';
import type { PersonParticipant } from '../../workflows/domain/team.ts';

/** The state in which a turn begins, as far as activities look at it. */
export function stateWith(nextSeq: number, turnsTaken = 0): ConversationState {
  const plan = {
    pattern: { kind: 'round_robin' as const },
    participants: [{ kind: 'agent' as const, name: 'writer', review: null }],
    termination: null,
    maxTurns: null,
  };
  return { ...initialConversation(plan, []), nextSeq, turnsTaken };
}

/** The first turn of "writer", if nothing else is said. */
export function replyInput(
  ref: ConversationRef,
  {
    speaker = 'writer',
    seq = 1,
    turn = 0,
    nextSeq = seq + 1,
  }: { speaker?: string; seq?: number; turn?: number; nextSeq?: number } = {},
): GenerateReplyInput {
  return { ...ref, turn, seq, speaker, stateBefore: stateWith(nextSeq, turn), reviewed: false };
}

const DEADLINE_MS = Date.parse('2027-01-01T00:00:00Z');

/** A task on the first turn of "writer", or of the person "customer". */
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
