import { describe, expect, it } from '@jest/globals';
import { personDecisions } from '../domain/tasks/registry.ts';
import { answerTaskSchema, postMessageSchema } from './commands.ts';

const submissionId = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const taskId = '6f1d3c52-9b0e-4c1a-8f3e-2d4b5a697887';

describe('a post', () => {
  it('names a submission and a user, and carries no text', () => {
    expect(postMessageSchema.parse({ submissionId, userId: 'u', text: 'A secret' })).toEqual({
      submissionId,
      userId: 'u',
    });
  });

  it.each([
    ['no submission', { userId: 'u' }],
    ['a submission that is no UUID', { submissionId: 'first', userId: 'u' }],
    ['nobody', { submissionId, userId: '' }],
    ['nothing', null],
  ])('is refused with %s', (_what, post) => {
    expect(postMessageSchema.safeParse(post).success).toBe(false);
  });
});

describe('an answer', () => {
  const answer = { taskId, decision: 'approve', submissionId, userId: 'u' };

  it.each(personDecisions)('may be "%s"', (decision) => {
    expect(answerTaskSchema.parse({ ...answer, decision })).toEqual({ ...answer, decision });
  });

  it.each([
    ['a decision that only a deadline takes', { decision: 'discard' }],
    ['a decision that does not exist', { decision: 'shrug' }],
    ['a task that is no UUID', { taskId: '1' }],
    ['no submission', { submissionId: undefined }],
    ['nobody', { userId: '' }],
  ])('is refused with %s', (_what, change) => {
    expect(answerTaskSchema.safeParse({ ...answer, ...change }).success).toBe(false);
  });
});
