import { ActivityFailure, condition, isCancellation } from '@temporalio/workflow';
import type { At } from './domain/conversation/event.ts';
import type { CallStep } from './domain/conversation/state.ts';
import { assertNever } from './domain/json.ts';
import { inSummary } from './domain/names/inSummary.ts';
import { toolActivities, transcriptActivities } from './proxies.ts';
import { runInner } from './runInner.ts';
import type { RunningConversation, RunTeam } from './runningConversation.ts';
import { taskSeed } from './taskSeed.ts';
import { settle, waitForPerson } from './waitForPerson.ts';

/** Brings all calls of a round to their end, side by side, or to a wait that is interrupted. */
export async function callTools(
  running: RunningConversation,
  at: At,
  runTeam: RunTeam,
): Promise<'done' | 'interrupted'> {
  const { step } = running.speaker(at);
  if (step.kind !== 'tools') return 'done';
  const cameBack = new Set<number>();
  const carried = step.calls.map(async ({ index }) => {
    const outcome = await carryCall(running, { ...at, index }, { runTeam, cameBack });
    if (outcome === 'interrupted') cameBack.add(index);
    return outcome;
  });
  return (await Promise.all(carried)).includes('interrupted') ? 'interrupted' : 'done';
}

/** What the calls of a round share. */
interface Round {
  runTeam: RunTeam;
  /** Calls whose wait was interrupted. */
  cameBack: ReadonlySet<number>;
}

async function carryCall(
  running: RunningConversation,
  at: At & { index: number },
  round: Round,
): Promise<'done' | 'interrupted'> {
  for (;;) {
    const call = callOf(running, at);
    // With the last call the round itself has gone on.
    if (call === undefined) return 'done';
    const { progress } = call;
    switch (progress.kind) {
      case 'done':
        return 'done';
      case 'task':
        if (running.state.stop !== null) return 'interrupted';
        if ((await waitForPerson(running, at.scope, progress.task)) === 'interrupted') return 'interrupted';
        break;
      case 'settle':
        await settle(running, at, progress.task, progress.resolution);
        break;
      case 'run':
        if ((await untilLaneIsFree(running, at, round)) === 'interrupted') return 'interrupted';
        await run(running, at, call, progress.mayRepeat);
        break;
      case 'open_inner':
        if ((await untilLaneIsFree(running, at, round)) === 'interrupted') return 'interrupted';
        await openInner(running, at, progress.scope);
        break;
      case 'inner':
        if ((await runInner(running, at, progress.scope, round.runTeam)) === 'interrupted')
          return 'interrupted';
        break;
      case 'close_inner':
        await closeInner(running, at, progress.scope);
        break;
      default:
        return assertNever(progress);
    }
  }
}

async function closeInner(
  running: RunningConversation,
  at: At & { index: number },
  innerScope: string,
): Promise<void> {
  const place = { ...running.place(at), seq: requestSeqOf(running, at) };
  await transcriptActivities.closeInner({ ...place, innerScope, index: at.index });
  running.apply({ kind: 'call_done', ...at });
}

/** Calls of one lane wait for those before them; where one of those has come back, they do too. */
async function untilLaneIsFree(
  running: RunningConversation,
  at: At & { index: number },
  { cameBack }: Round,
): Promise<'free' | 'interrupted'> {
  const before = () => {
    const { step } = running.speaker(at);
    const lane = callOf(running, at)?.lane;
    if (lane === undefined || step.kind !== 'tools') return [];
    return step.calls.filter(
      (call) => call.lane === lane && call.index < at.index && call.progress.kind !== 'done',
    );
  };
  const mustComeBack = () => running.state.stop !== null || before().some(({ index }) => cameBack.has(index));
  if (before().length > 0) await condition(() => before().length === 0 || mustComeBack());
  return mustComeBack() ? 'interrupted' : 'free';
}

async function openInner(
  running: RunningConversation,
  at: At & { index: number },
  innerScope: string,
): Promise<void> {
  const seq = running.state.nextSeq;
  running.apply({ kind: 'seq_taken' });
  const call = { requestSeq: requestSeqOf(running, at), index: at.index };
  const task = await transcriptActivities.openInner({ ...running.place(at), seq, innerScope, call });
  running.apply({ kind: 'inner_opened', ...at, task, nowMs: Date.now() });
}

async function run(
  running: RunningConversation,
  at: At & { index: number },
  { tool }: CallStep,
  mayRepeat: boolean,
): Promise<void> {
  const place = { ...running.place(at), seq: requestSeqOf(running, at) };
  const { leftOut } = running.speaker(at);
  try {
    await toolActivities.callTool.executeWithOptions({ summary: inSummary(`${at.speaker}: ${tool}`) }, [
      { ...place, index: at.index, tool, mayRepeat, ...(leftOut === undefined ? {} : { leftOut }) },
    ]);
    running.apply({ kind: 'call_done', ...at });
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
    // A tool's own failure is a result. What comes here, a lost worker or a time limit, says nothing of the call.
    running.apply({ kind: 'call_unknown', ...at, ...taskSeed() });
  }
}

function callOf(running: RunningConversation, at: At & { index: number }): CallStep | undefined {
  const { step } = running.speaker(at);
  return step.kind === 'tools' ? step.calls.find(({ index }) => index === at.index) : undefined;
}

function requestSeqOf(running: RunningConversation, at: At): number {
  const { step } = running.speaker(at);
  if (step.kind !== 'tools') throw new Error(`${at.speaker} has called no tools`);
  return step.requestSeq;
}
