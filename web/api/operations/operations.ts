import type { OperationHandlers } from '../operation.ts';
import { conversationOperations } from './conversations.ts';
import { messageOperations } from './messages.ts';
import { taskOperations } from './tasks.ts';
import { teamOperations } from './teams.ts';
import { watchOperations } from './watch.ts';

/** A handler for every operation of the contract. */
export const operations: OperationHandlers = {
  ...teamOperations,
  ...conversationOperations,
  ...messageOperations,
  ...watchOperations,
  ...taskOperations,
};
