import { isChatMessage } from '../../message.ts';
import type { Latch, TerminationKind } from '../kind.ts';

/** So many messages since the run began, the task's included. */
export interface MaxMessages {
  kind: 'max_messages';
  maxMessages: number;
  includeAgentEvents: boolean;
}

interface State extends Latch<'max_messages'> {
  count: number;
}

export const maxMessages: TerminationKind<MaxMessages, State> = {
  isLimit: true,
  initial: () => ({ kind: 'max_messages', count: 0, fired: null }),
  observe(condition, state, { messages }) {
    const counted = messages.filter((message) => condition.includeAgentEvents || isChatMessage(message));
    const count = state.count + counted.length;
    const reason = `Maximum number of messages ${String(condition.maxMessages)} reached, current message count: ${String(count)}`;
    return { kind: 'max_messages', count, fired: count >= condition.maxMessages ? reason : null };
  },
  label: (condition) =>
    `${String(condition.maxMessages)} messages${condition.includeAgentEvents ? ', events included' : ''}`,
  measures: (condition, { count }) => [{ unit: 'messages', current: count, limit: condition.maxMessages }],
};
