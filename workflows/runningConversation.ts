import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { ConversationRef } from './contracts/activityTypes.ts';
import type { ConversationInput } from './contracts/conversation.ts';
import { searchAttributeNames } from './contracts/names.ts';
import { describeState } from './domain/conversation/describe.ts';
import type { ConversationEvent } from './domain/conversation/event.ts';
import { reduce } from './domain/conversation/reduce.ts';
import {
  initialConversation,
  type ActiveSpeaker,
  type ConversationState,
} from './domain/conversation/state.ts';

const stateKey = { name: searchAttributeNames.state, type: 'KEYWORD' } as const;

/** The state of a conversation within one workflow run: it changes through `apply` alone. */
export class RunningConversation {
  readonly ref: ConversationRef;
  readonly #input: ConversationInput;
  #state: ConversationState;
  #shownState = 'running';

  constructor(input: ConversationInput) {
    this.#input = input;
    this.ref = {
      projectId: input.projectId,
      conversationId: input.conversationId,
      teamVersionId: input.teamVersionId,
    };
    this.#state = input.state ?? initialConversation(input.plan, input.task);
    setCurrentDetails(describeState(this.#state));
  }

  get state(): ConversationState {
    return this.#state;
  }

  apply(event: ConversationEvent): void {
    this.#state = reduce(this.#input.plan, this.#state, event);
    setCurrentDetails(describeState(this.#state));
  }

  /** How far a participant whose turn it is has come. */
  speaker(name: string): ActiveSpeaker {
    const active = this.#state.active.find(({ speaker }) => speaker === name);
    if (active === undefined) throw new Error(`It is not the turn of ${name}`);
    return active;
  }

  /** Whether a decision (on this task, or on any) is still to be carried out. */
  isSettling(taskId?: string): boolean {
    return this.#state.active.some(
      ({ step }) => step.kind === 'settle' && (taskId === undefined || step.task.id === taskId),
    );
  }

  reviews(name: string): boolean {
    return this.#input.plan.participants.some(
      (participant) =>
        participant.name === name && participant.kind === 'agent' && participant.review !== null,
    );
  }

  /** The state as a turn's row keeps it: without the ids that matter only to commands under way. */
  snapshot(): ConversationState {
    return { ...this.#state, taken: [], active: [] };
  }

  /** Shows the state in Temporal's own lists; one event of history, so only where it changes. */
  showState(state: string): void {
    if (state === this.#shownState) return;
    this.#shownState = state;
    upsertSearchAttributes([{ key: stateKey, value: state }]);
  }

  /** The argument with which the next run goes on from here. */
  continuation(): ConversationInput {
    return { ...this.#input, task: [], state: this.#state };
  }
}
