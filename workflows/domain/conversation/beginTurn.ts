import { assertNever } from '../json.ts';
import { managedPattern, managerName, messagesOfManager, nextDecision } from '../patterns/askPattern.ts';
import type { TeamPlan } from '../plan.ts';
import type { ConversationEvent } from './event.ts';
import { patternTeam } from './run.ts';
import { withSaid, withSilentCost } from './said.ts';
import { planAt } from './scope.ts';
import type { ActiveSpeaker, ConversationState } from './state.ts';
import { firstStep } from './steps.ts';
import { teamAt, withTeam } from './teams.ts';

/** The pattern says who speaks, that its manager has to be asked, or that it is at its end. */
export function beginTurn(
  plan: TeamPlan,
  state: ConversationState,
  scope: string,
  turn: number,
): ConversationState {
  const teamPlan = planAt(plan, scope);
  const team = teamAt(state, scope);
  const decision = nextDecision(patternTeam(teamPlan), team.pattern);
  switch (decision.kind) {
    case 'finish':
      return withTeam(state, scope, {
        active: [],
        outcome: {
          state: decision.failed === true ? 'failed' : 'finished',
          stopReason: decision.stopReason,
        },
      });
    case 'manage': {
      const manager = speaking(managerName(teamPlan.pattern), state.nextSeq, state.nextSeq, {
        kind: 'manage',
        work: decision.work,
      });
      const nextSeq =
        state.nextSeq + messagesOfManager(teamPlan.pattern, decision.work.kind, teamPlan.emitTeamEvents);
      return withTeam({ ...state, nextSeq }, scope, { turn, active: [manager], arrived: [] });
    }
    case 'speak': {
      const announce = teamPlan.emitTeamEvents ? state.nextSeq : null;
      const first = state.nextSeq + (announce === null ? 0 : 1);
      const active = decision.speakers.map((speaker, index) =>
        speaking(speaker, first + index, first, firstStep(teamPlan, scope, speaker, turn)),
      );
      const nextSeq = first + active.length;
      return withTeam({ ...state, nextSeq }, scope, { turn, active, arrived: [], announce });
    }
    default:
      return assertNever(decision);
  }
}

export function announced(
  state: ConversationState,
  { scope, message }: Extract<ConversationEvent, { kind: 'announced' }>,
): ConversationState {
  return withSaid(withTeam(state, scope, { announce: null }), scope, [message], 'uncounted');
}

export function managed(
  plan: TeamPlan,
  state: ConversationState,
  event: Extract<ConversationEvent, { kind: 'managed' }>,
): ConversationState {
  const { scope, result, messages } = event;
  const teamPlan = planAt(plan, scope);
  const team = teamAt(state, scope);
  const pattern = managedPattern(patternTeam(teamPlan), team.pattern, result);
  const paid = withSilentCost(state, scope, event.costMicroUsd ?? 0);
  const said = withSaid(paid, scope, messages, 'uncounted');
  return beginTurn(plan, withTeam(said, scope, { pattern }), scope, team.turn);
}

function speaking(
  speaker: string,
  seq: number,
  readBefore: number,
  step: ActiveSpeaker['step'],
): ActiveSpeaker {
  return { speaker, seq, readBefore, messages: [], step };
}
