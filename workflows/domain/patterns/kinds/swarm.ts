import type { MessageFacts } from '../../message.ts';
import type { Pattern, PatternContext } from '../pattern.ts';

export interface SwarmConfig {
  kind: 'swarm';
}

export interface SwarmState {
  kind: 'swarm';
  /** Who speaks next; null: the first participant. */
  current: string | null;
  /** The latest handoff of the whole conversation. */
  handoff: { target: string; source: string } | null;
}

/**
 * The last participant to receive a handoff speaks until it hands over; the first participant begins. A task can
 * contain a handoff. If the latest handoff is to nobody in the team (to "user", who then writes the next task), the
 * run ends, and the next begins only with a handoff to a participant.
 */
export const swarm: Pattern<SwarmConfig, SwarmState> = {
  manager: 'SwarmGroupChatManager',
  plan: (config) => config,
  handedOver: ({ handoff }) => handoff,
  initial: () => ({ kind: 'swarm', current: null, handoff: null }),
  refuses: (context, state, task) => {
    const handoffs = task.flatMap((message) => handoffOf(message) ?? []);
    const astray = handoffs.find(({ target }) => !context.participants.includes(target));
    if (astray !== undefined) {
      return `The task hands over to "${astray.target}", who is not in the team; hand over to ${anyOf(context)}.`;
    }
    if (handoffs.length > 0 || state.handoff === null) return null;
    if (context.participants.includes(state.handoff.target)) return null;
    return (
      `${state.handoff.source} handed over to "${state.handoff.target}", who is not in the team; ` +
      `continue with a handoff message to ${anyOf(context)}.`
    );
  },
  started: (context, state, task) => handedOver(context, state, task),
  next: (context, state) => {
    const { handoff } = state;
    if (handoff !== null && !context.participants.includes(handoff.target)) {
      return {
        kind: 'finish',
        failed: true,
        stopReason:
          `${handoff.source} handed over to "${handoff.target}", who is not in the team. ` +
          `Continue with a handoff message to ${anyOf(context)}, or end such runs with a handoff condition for "${handoff.target}".`,
      };
    }
    const speaker = state.current ?? context.participants[0];
    if (speaker === undefined) throw new Error('The team has no participant');
    return { kind: 'speak', speakers: [speaker] };
  },
  observe: (context, state, turn) => handedOver(context, state, turn.messages),
};

function handedOver(
  context: PatternContext<SwarmConfig>,
  state: SwarmState,
  messages: readonly MessageFacts[],
): SwarmState {
  const handoff = messages.flatMap((message) => handoffOf(message) ?? []).at(-1);
  if (handoff === undefined) return state;
  const isOfTheTeam = context.participants.includes(handoff.target);
  return { kind: 'swarm', current: isOfTheTeam ? handoff.target : state.current, handoff };
}

function handoffOf(message: MessageFacts): SwarmState['handoff'] {
  if (message.type !== 'HandoffMessage' || message.target === undefined) return null;
  return { target: message.target, source: message.source };
}

function anyOf({ participants }: PatternContext<SwarmConfig>): string {
  return participants.join(', ').replace(/, ([^,]*)$/, ' or $1');
}
