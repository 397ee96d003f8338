import { allHandlersFinished, condition } from '@temporalio/workflow';
import { continueConversation } from './continueConversation.ts';
import { placedTasks } from './domain/conversation/openTasks.ts';
import { outerScope, ROOT_SCOPE } from './domain/conversation/scope.ts';
import { isOverdue, isTeamOverdue } from './domain/conversation/timeouts.ts';
import { managerName } from './domain/patterns/askPattern.ts';
import { isWithin } from './domain/transcript/entry.ts';
import { transcriptActivities } from './proxies.ts';
import type { RunningConversation } from './runningConversation.ts';
import { takeTurn } from './takeTurn.ts';

/**
 * Takes a team's turns until its run ends. An inner team's run also returns without an outcome, between two steps, if
 * the conversation has to stop or to continue as new; calling it again continues from there.
 */
export async function runTeam(running: RunningConversation, scope: string): Promise<void> {
  const team = () => running.team(scope);
  while (team().outcome === null) {
    if (team().active.length === 0) {
      if (scope === ROOT_SCOPE) await untilResumed(running);
      else await untilInnerResumed(running);
      // What was posted before a turn is read in it.
      await condition(allHandlersFinished);
      running.apply({ kind: 'checked', scope, nowMs: Date.now() });
    }
    if (team().outcome !== null) return;
    if (scope !== ROOT_SCOPE && isInterrupted(running)) return;
    if (scope === ROOT_SCOPE && running.hasToContinue) await continueConversation(running);
    if (team().active.length === 0) running.apply({ kind: 'turn_began', scope });
    if (team().outcome !== null) return;
    await announceSpeakers(running, scope);
    await Promise.all(team().active.map(({ speaker }) => takeTurn(running, { scope, speaker }, runTeam)));
    if (hasEnded(running, scope)) running.apply({ kind: 'turn_ended', scope, nowMs: Date.now() });
    else if (scope !== ROOT_SCOPE && isTimeUpAround(running, scope)) return;
  }
}

/** A turn ends when all have spoken, when it has to stop, or when there is no more time to wait for a person. */
function hasEnded(running: RunningConversation, scope: string): boolean {
  const team = running.team(scope);
  if (team.outcome !== null) return false;
  if (team.active.every(({ step }) => step.kind === 'done')) return true;
  if (running.state.stop !== null) return true;
  return waitsForPerson(running, scope) && isTeamOverdue(running.plan, running.state, scope, Date.now());
}

/** Whether an inner team waits for a person although a team around it has no more time. */
function isTimeUpAround(running: RunningConversation, scope: string): boolean {
  if (running.team(scope).outcome !== null || !waitsForPerson(running, scope)) return false;
  return isOverdue(running.plan, running.state, outerScope(scope), Date.now());
}

function waitsForPerson({ state }: RunningConversation, scope: string): boolean {
  return placedTasks(state).some((placed) => placed.resolution === null && isWithin(placed.scope, scope));
}

async function announceSpeakers(running: RunningConversation, scope: string): Promise<void> {
  const { announce, active } = running.team(scope);
  if (announce === null) return;
  const speakers = active.map(({ speaker }) => speaker);
  const speaker = managerName(running.planOf(scope).pattern);
  const place = running.placeAt(scope, { speaker, seq: announce, readBefore: announce });
  const message = await transcriptActivities.announce({ ...place, speakers });
  running.apply({ kind: 'announced', scope, message });
}

/** A paused conversation waits here, between turns; a stop ends the wait. */
async function untilResumed(running: RunningConversation): Promise<void> {
  const mayGoOn = () => !running.state.paused || running.state.stop !== null;
  if (mayGoOn()) return;
  running.showState('paused');
  await transcriptActivities.recordState({ ...running.ref, state: 'paused' });
  await condition(() => mayGoOn() || running.hasToContinue);
  if (running.state.paused) return;
  running.showState('running');
  await transcriptActivities.recordState({ ...running.ref, state: 'running' });
}

async function untilInnerResumed(running: RunningConversation): Promise<void> {
  if (!running.state.paused) return;
  await condition(() => !running.state.paused || isInterrupted(running));
}

/** Whether whatever waits has to come back: the conversation stops, or continues as new. */
function isInterrupted(running: RunningConversation): boolean {
  return running.state.stop !== null || running.hasToContinue;
}
