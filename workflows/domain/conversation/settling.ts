import { assertNever } from '../json.ts';
import type { MessageFacts } from '../message.ts';
import type { TeamPlan } from '../plan.ts';
import type { HumanTask, Resolution } from '../task.ts';
import { messagesOfManager } from '../patterns/askPattern.ts';
import { managed } from './beginTurn.ts';
import type { ConversationEvent } from './event.ts';
import { placedTasks, type PlacedTask } from './openTasks.ts';
import { planAt } from './scope.ts';
import type { ActiveSpeaker, ConversationState, RetriedStep, SpeakerStep } from './state.ts';
import { speakerAt, withSpeaker } from './teams.ts';
import { allowed, approvalKey, withCall } from './toolRound.ts';

const STOPPED_AFTER_ERROR = 'Stopped by a person after an error';
const STOPPED_UNANSWERED = 'Stopped because nobody answered in time';

/** A decision is taken; from here on it is carried out. */
export function resolveTask(
  plan: TeamPlan,
  state: ConversationState,
  { taskId, resolution }: Extract<ConversationEvent, { kind: 'task_resolved' }>,
): ConversationState {
  const placed = placedTasks(state).find(
    ({ task, resolution: taken }) => task.id === taskId && taken === null,
  );
  if (placed === undefined) throw new Error(`Task ${taskId} is not open`);
  const { scope, speaker, task } = placed;
  if (placed.index !== null) {
    return withCall(plan, state, placed, ({ progress }) => {
      const repeat = progress.kind === 'task' && progress.repeat;
      return { kind: 'settle', task, resolution, repeat };
    });
  }
  return withSpeaker(state, scope, speaker, (active) => {
    const failed = failedOf(active.step);
    const step = { kind: 'settle', task, resolution } as const;
    return { ...active, step: failed === undefined ? step : { ...step, failed } };
  });
}

/** A decision has been carried out in the transcript. */
export function settleTask(
  plan: TeamPlan,
  state: ConversationState,
  { taskId, message }: Extract<ConversationEvent, { kind: 'task_settled' }>,
): ConversationState {
  const placed = placedTasks(state).find(({ task, resolution }) => task.id === taskId && resolution !== null);
  if (placed?.resolution == null) throw new Error(`Task ${taskId} is not being settled`);
  const settled = { ...placed, resolution: placed.resolution };
  if (settled.index !== null) return settleCall(plan, state, settled, settled.index);
  const after = settleTurn(plan, state, settled, message);
  const failed = failedOf(speakerAt(state, settled.scope, settled.speaker).step);
  if (failed?.kind !== 'manage' || settled.resolution.decision !== 'skip') return after;
  // A manager has no turn that could pass: its pattern falls back on what it can do without an answer.
  const { scope, speaker } = settled;
  return managed(plan, after, { kind: 'managed', scope, speaker, messages: [], result: { kind: 'skipped' } });
}

function settleCall(
  plan: TeamPlan,
  state: ConversationState,
  { scope, speaker, task, resolution }: PlacedTask & { resolution: Resolution },
  index: number,
): ConversationState {
  const approved =
    resolution.decision === 'approve_for_run' && task.kind === 'approve_tool_call'
      ? [...new Set([...state.approvedTools, approvalKey(speaker, task.tool)])]
      : state.approvedTools;
  return withCall(plan, { ...state, approvedTools: approved }, { scope, speaker, index }, (call) => {
    if (resolution.decision === 'reject') return { kind: 'done' };
    const mayRepeat = call.idempotent || (call.progress.kind === 'settle' && call.progress.repeat);
    return allowed(planAt(plan, scope), { scope, speaker }, { ...call, seq: task.seq }, mayRepeat);
  });
}

/** A rejected draft is written anew as a message of its own, so that both stand in the transcript. */
function settleTurn(
  plan: TeamPlan,
  state: ConversationState,
  { scope, speaker, task, resolution }: PlacedTask & { resolution: Resolution },
  message: MessageFacts | null,
): ConversationState {
  const active = speakerAt(state, scope, speaker);
  const step = afterSettling(active.step, resolution);
  const rewritten = task.kind === 'review_message' && step.kind === 'reply';
  // A manager that writes nothing holds no place: what has been posted meanwhile may stand at the one it had.
  const { pattern, emitTeamEvents } = planAt(plan, scope);
  const isPlaceless =
    step.kind === 'manage' && messagesOfManager(pattern, step.work.kind, emitTeamEvents) === 0;
  const after = withSpeaker(state, scope, speaker, (each) => ({
    ...each,
    messages: messagesAfter(each, task.kind, step, message),
    seq: rewritten || isPlaceless ? state.nextSeq : each.seq,
    // What has been said meanwhile is read by who writes anew.
    readBefore: step.kind === 'reply' || step.kind === 'manage' ? state.nextSeq : each.readBefore,
    step,
    ...leftOutBy(task, resolution, each),
  }));
  return {
    ...after,
    nextSeq: rewritten ? state.nextSeq + 1 : state.nextSeq,
    stop: state.stop ?? stopOf(resolution),
  };
}

/** The tools that the turn goes on without. */
function leftOutBy(
  task: HumanTask,
  { decision }: Resolution,
  { leftOut = [] }: ActiveSpeaker,
): Pick<ActiveSpeaker, 'leftOut'> {
  if (decision !== 'without_tools' || task.kind !== 'resolve_error') return {};
  return { leftOut: [...new Set([...leftOut, ...(task.failure.details?.tools ?? [])])] };
}

/** What a turn has said once a decision is carried out: a draft that was sent back is not among it. */
function messagesAfter(
  active: ActiveSpeaker,
  kind: string,
  step: SpeakerStep,
  message: MessageFacts | null,
): MessageFacts[] {
  const said = kind === 'review_message' ? active.messages.slice(0, -1) : active.messages;
  if (message !== null) return [...said, message];
  return step.kind === 'done' || kind === 'review_message' ? said : active.messages;
}

/** Where a decision that has been carried out leads: to another try, or to the end of this speaker's turn. */
function afterSettling(settling: SpeakerStep, resolution: Resolution): SpeakerStep {
  switch (resolution.decision) {
    case 'retry':
    case 'without_tools':
      return failedOf(settling) ?? { kind: 'reply' };
    case 'reject':
      return { kind: 'reply' };
    case 'approve':
    case 'approve_for_run':
    case 'edit':
    case 'reply':
    case 'skip':
    case 'discard':
    case 'stop':
      return { kind: 'done' };
    default:
      return assertNever(resolution);
  }
}

function failedOf(step: SpeakerStep): RetriedStep | undefined {
  return step.kind === 'task' || step.kind === 'settle' ? step.failed : undefined;
}

function stopOf(resolution: Resolution): string | null {
  if (resolution.decision !== 'stop') return null;
  return resolution.by === 'person' ? STOPPED_AFTER_ERROR : STOPPED_UNANSWERED;
}
