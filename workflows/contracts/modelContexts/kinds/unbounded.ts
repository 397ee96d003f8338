import type { ContextContract } from '../contract.ts';

export const unbounded: ContextContract<'unbounded'> = {
  fields: {},
  autogen: {
    component: 'UnboundedChatCompletionContext',
    read: () => ({ kind: 'unbounded' }),
    write: () => ({}),
  },
};
