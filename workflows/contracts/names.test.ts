import { expect, it } from '@jest/globals';
import {
  CONVERSATION_WORKFLOW,
  conversationWorkflowId,
  DEFAULT_TASK_QUEUE,
  searchAttributeNames,
} from './names.ts';

// Histories, running workflows and operators' queries hold these names: changing one orphans what has it.
it('the names under which Temporal knows us do not change', () => {
  expect(CONVERSATION_WORKFLOW).toBe('conversation');
  expect(conversationWorkflowId('42', 0)).toBe('conversation-42');
  expect(conversationWorkflowId('42', 2)).toBe('conversation-42-2');
  expect(DEFAULT_TASK_QUEUE).toBe('colloquy');
  expect(searchAttributeNames).toEqual({
    project: 'ColloquyProject',
    team: 'ColloquyTeam',
    state: 'ColloquyState',
  });
});
