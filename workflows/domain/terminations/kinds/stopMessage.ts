import { messageKind } from '../kind.ts';

/** Somebody sends a StopMessage. */
export interface StopMessage {
  kind: 'stop_message';
}

export const stopMessage = messageKind<StopMessage>('stop_message', {
  reason: (_condition, { type }) => (type === 'StopMessage' ? 'Stop message received' : null),
  label: () => 'A stop message',
});
