import { expect, it } from '@jest/globals';
import {
  CONVERSATION_WORKFLOW,
  conversationWorkflowId,
  DEFAULT_TASK_QUEUE,
  runOfWorkflow,
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

it.each([
  ['the first run', 0],
  ['a later one', 12],
])('a workflow’s id says which conversation and run it is: %s', (_of, run) => {
  const conversationId = '0191d2a0-7c1e-7b52-9c3f-0123456789ab';
  expect(runOfWorkflow(conversationWorkflowId(conversationId, run))).toEqual({ conversationId, run });
});

it.each(['conversation-42', 'other-0191d2a0-7c1e-7b52-9c3f-0123456789ab', ''])(
  'an id that we did not make is nobody’s: %s',
  (id) => {
    expect(runOfWorkflow(id)).toBeNull();
  },
);
