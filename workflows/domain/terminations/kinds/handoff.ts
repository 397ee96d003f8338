import { messageKind } from '../kind.ts';

/** Somebody hands over to `target`. */
export interface Handoff {
  kind: 'handoff';
  target: string;
}

export const handoff = messageKind<Handoff>('handoff', {
  reason: (condition, { type, target, source }) =>
    type === 'HandoffMessage' && target === condition.target
      ? `Handoff to ${condition.target} from ${source} detected.`
      : null,
  label: ({ target }) => `A handoff to ${target}`,
});
