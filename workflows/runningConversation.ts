import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { isOnDeployment } from './builds.ts';
import type { ConversationRef, Place } from './contracts/activityTypes.ts';
import type { ConversationInput } from './contracts/conversation.ts';
import { searchAttributeNames } from './contracts/names.ts';
import { describeState } from './domain/conversation/describe.ts';
import type { At, ConversationEvent } from './domain/conversation/event.ts';
import { placedTasks } from './domain/conversation/openTasks.ts';
import { reduce } from './domain/conversation/reduce.ts';
import { initialConversation, nextRun } from './domain/conversation/run.ts';
import { planAt } from './domain/conversation/scope.ts';
import type {
  ActiveSpeaker,
  ConversationState,
  InnerTeamState,
  TeamState,
} from './domain/conversation/state.ts';
import { speakerAt, teamAt } from './domain/conversation/teams.ts';
import { upgradePlan, upgradeState } from './domain/conversation/upgrade.ts';
import type { TeamPlan } from './domain/plan.ts';
import type { ConversationStateName } from './domain/recordStates.ts';

const stateKey = { name: searchAttributeNames.state, type: 'KEYWORD' } as const;

/** Takes the turns of a scope's team; passed to callers that reach an inner team, which runs like its outer one. */
export type RunTeam = (running: RunningConversation, scope: string) => Promise<void>;

const atRest = { active: [], arrived: [], announce: null };

/** The state of a conversation within one workflow run: it changes only through `apply`. */
export class RunningConversation {
  readonly ref: ConversationRef;
  readonly plan: TeamPlan;
  readonly #input: ConversationInput;
  #state: ConversationState;
  #shownState: ConversationStateName = 'running';
  #wantsMove = false;
  readonly #beganOnDeployment = isOnDeployment();

  constructor(input: ConversationInput) {
    this.#input = input;
    this.plan = upgradePlan(input.plan);
    this.#state = stateOf(this.plan, input);
    this.ref = {
      projectId: input.projectId,
      conversationId: input.conversationId,
      teamVersionId: input.teamVersionId,
      run: this.#state.run,
    };
    setCurrentDetails(describeState(this.#state));
  }

  get state(): ConversationState {
    return this.#state;
  }

  apply(event: ConversationEvent): void {
    this.#state = reduce(this.plan, this.#state, event);
    setCurrentDetails(describeState(this.#state));
  }

  /** It is to go on as soon as it can in a new run, which takes it to the current build. */
  wantMove(): void {
    this.#wantsMove = true;
  }

  /**
   * Whether it has to continue as new: its history is long, it is wanted on another build, or it began before its workers
   * belonged to a deployment, and so is pinned to no build.
   */
  get hasToContinue(): boolean {
    const isUnpinned = !this.#beganOnDeployment && isOnDeployment();
    return this.#wantsMove || isUnpinned || workflowInfo().continueAsNewSuggested;
  }

  team(scope: string): TeamState {
    return teamAt(this.#state, scope);
  }

  planOf(scope: string): TeamPlan {
    return planAt(this.plan, scope);
  }

  /** The step of a participant in its turn. */
  speaker({ scope, speaker }: At): ActiveSpeaker {
    return speakerAt(this.#state, scope, speaker);
  }

  /** Whether it is still a participant's turn. */
  isSpeaking({ scope, speaker }: At): boolean {
    return this.team(scope).active.some((each) => each.speaker === speaker && each.step.kind !== 'done');
  }

  /** Where a speaker's activity writes. */
  place(at: At): Place {
    return this.placeAt(at.scope, this.speaker(at));
  }

  placeAt(scope: string, speaker: Pick<ActiveSpeaker, 'speaker' | 'seq' | 'readBefore'>): Place {
    const { turn } = this.team(scope);
    const { seq, readBefore } = speaker;
    return {
      ...this.ref,
      scope,
      turn,
      seq,
      speaker: speaker.speaker,
      readBefore,
      nextSeq: this.#state.nextSeq,
    };
  }

  /** Whether a decision (on this task, or on any) is still to be carried out. */
  isSettling(taskId?: string): boolean {
    return placedTasks(this.#state).some(
      ({ task, resolution }) => resolution !== null && (taskId === undefined || task.id === taskId),
    );
  }

  reviews({ scope, speaker }: At): boolean {
    return this.planOf(scope).participants.some(
      (participant) =>
        participant.name === speaker && participant.kind === 'agent' && participant.review !== null,
    );
  }

  /** Whether knowledge is looked up before the speaker's answers. */
  looksUp({ scope, speaker }: At): boolean {
    return this.planOf(scope).participants.some(
      (participant) =>
        participant.name === speaker && participant.kind === 'agent' && participant.looksUp === true,
    );
  }

  /** The state as stored in a turn's row: without the ids that matter only to running commands. */
  snapshot(): ConversationState {
    // What an inner run has said so far grows with it, and would go with each of its calls.
    const inner = Object.entries(this.#state.inner).map(([scope, team]): [string, InnerTeamState] => [
      scope,
      { ...team, ...atRest, said: [] },
    ]);
    return { ...this.#state, ...atRest, inner: Object.fromEntries(inner), taken: [] };
  }

  /** Shows the state in Temporal's own lists; one event of history, so only where it changes. */
  showState(state: ConversationStateName): void {
    if (state === this.#shownState) return;
    this.#shownState = state;
    upsertSearchAttributes([{ key: stateKey, value: state }]);
  }

  /** The argument with which the next run continues from here. */
  continuation(): ConversationInput {
    const { projectId, conversationId, teamVersionId } = this.#input;
    return { projectId, conversationId, teamVersionId, plan: this.plan, task: [], state: this.#state };
  }
}

function stateOf(plan: TeamPlan, input: ConversationInput): ConversationState {
  if (input.state !== null) return upgradeState(input.state);
  const { ended = null, task } = input;
  if (ended === null) return initialConversation(plan, task, Date.now());
  return nextRun(plan, upgradeState(ended), task, Date.now());
}
