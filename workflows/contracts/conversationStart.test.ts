import { describe, expect, it } from '@jest/globals';
import { agent, team } from '../../worker/test/teams.ts';
import { initialConversation } from '../domain/conversation/run.ts';
import { conversationInputSchema } from './conversation.ts';
import { conversationStart, type StartableConversation } from './conversationStart.ts';

const PAYLOAD_LIMIT = 64 * 1024;

/** What Temporal promises to keep, in bytes (WorkflowOptions.staticSummary and staticDetails). */
const SUMMARY_LIMIT = 400;
const DETAILS_LIMIT = 20_000;

function startable(changes: Partial<StartableConversation> = {}): StartableConversation {
  return {
    id: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
    projectId: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c',
    teamVersionId: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2d',
    title: 'A haiku',
    teamName: 'Poets',
    team: team([
      agent('writer', { systemMessage: 'SYSTEM PROMPT', description: 'DESCRIPTION' }),
      agent('critic'),
    ]),
    task: [textMessage(0, 'TASK TEXT that says APPROVE')],
    run: 0,
    ended: null,
    ...changes,
  };
}

function textMessage(seq: number, content: string): StartableConversation['task'][number] {
  return { seq, type: 'TextMessage', source: 'user', content, body: null };
}

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe('the start of a conversation', () => {
  it('is that of its row: one workflow id, found by project, team and state', () => {
    expect(conversationStart(startable())).toMatchObject({
      type: 'conversation',
      workflowId: 'conversation-0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
      summary: 'Poets: A haiku',
      details: 'Team **Poets**, participants: writer, critic',
      keywords: {
        ColloquyProject: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c',
        ColloquyTeam: 'Poets',
        ColloquyState: 'running',
      },
    });
  });

  it('is the same whoever makes it, and legal by the schema of the workflow’s argument', () => {
    const { input } = conversationStart(startable());
    expect(conversationStart(startable()).input).toEqual(input);
    expect(conversationInputSchema.parse(JSON.parse(JSON.stringify(input)))).toEqual(input);
  });

  it('tells the workflow which watched texts the task mentions', () => {
    expect(conversationStart(startable()).input.task).toEqual([
      { seq: 0, type: 'TextMessage', source: 'user', mentions: ['APPROVE'] },
    ]);
  });

  it('of a later run is another workflow, which knows how the run before it ended', () => {
    const { input } = conversationStart(startable());
    const ended = initialConversation(input.plan, input.task, 0);
    const next = conversationStart(startable({ run: 1, ended, task: [textMessage(7, 'And now?')] }));
    expect(next.workflowId).toBe('conversation-0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b-1');
    expect(next.input).toMatchObject({ ended, task: [{ seq: 7 }] });
    expect(conversationInputSchema.parse(JSON.parse(JSON.stringify(next.input)))).toEqual(next.input);
  });

  it('sends no prompt, no description and no text of the task', () => {
    expect(JSON.stringify(conversationStart(startable()).input)).not.toMatch(
      /SYSTEM PROMPT|DESCRIPTION|TASK TEXT/,
    );
  });

  it('stays small with the largest team, the longest prompts and a task of ten megabytes', () => {
    const participants = Array.from({ length: 100 }, (_, index) =>
      agent(`${'n'.repeat(59)}${String(index).padStart(3, '0')}`, {
        systemMessage: 'x'.repeat(100_000),
        review: { deadlineSeconds: 86_400, onDeadline: 'approve' },
      }),
    );
    const content = 'x'.repeat(10 * 1024 * 1024);
    const { input } = conversationStart(
      startable({
        team: team(participants),
        task: [textMessage(0, content)],
      }),
    );
    expect(sizeOf(input)).toBeLessThan(PAYLOAD_LIMIT);
  });

  it('keeps to what Temporal takes as summary and details, in every script', () => {
    const { summary, details } = conversationStart(
      startable({
        title: '雨'.repeat(200),
        teamName: '詩人'.repeat(40),
        team: team(Array.from({ length: 100 }, (_, index) => agent(`${'n'.repeat(60)}${String(index)}`))),
      }),
    );
    expect(sizeOf(summary)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(sizeOf(details)).toBeLessThanOrEqual(DETAILS_LIMIT);
  });
});
