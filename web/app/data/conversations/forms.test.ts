import { describe, expect, it } from '@jest/globals';
import type { TaskState } from '../../../../workflows/domain/recordStates.ts';
import { english } from '../../languages/english.server.ts';
import { wordsFor } from '../../pages/commands/commandWords.ts';
import { newSubmissionId } from '../../pages/commands/newSubmissionId.ts';
import { deriveSubmissionId } from '../submissions/deriveSubmissionId.ts';
import { answerTaskSchema, postMessageSchema } from './forms.ts';
import { titleOf } from './titleOf.ts';

const SEED = '3f0c1c9e-3a55-4d0f-9b5e-1c2d3e4f5a6b';
const answer = (fields: Record<string, string>) =>
  answerTaskSchema.safeParse({ intent: 'answer', taskId: SEED, submissionId: SEED, ...fields });

describe('what people hand in', () => {
  it('is trimmed, with one character for a line break and none that PostgreSQL has not', () => {
    const parsed = postMessageSchema.parse({ intent: 'post', submissionId: SEED, text: ' a\r\nb\0\rc ' });
    expect(parsed.text).toBe('a\nb\nc');
  });

  it('says of an answer whether anything was written, and takes no decision that does not exist', () => {
    expect(answer({ decision: 'approve' }).data).toMatchObject({ decision: 'approve', text: null });
    expect(answer({ decision: 'reject', text: ' ' }).data).toMatchObject({ text: null });
    expect(answer({ decision: 'reject', text: ' no ' }).data).toMatchObject({ text: 'no' });
    expect(answer({ decision: 'reject' }).data).toMatchObject({ text: null });
    expect(answer({ decision: 'edit', text: 'x' }).success).toBe(true);
    expect(answer({ decision: 'shred' }).success).toBe(false);
  });

  it('has ids that are UUIDs, one for each form', () => {
    const ids = [
      deriveSubmissionId(SEED, 'a'),
      deriveSubmissionId(SEED, 'b'),
      newSubmissionId(),
      newSubmissionId(),
    ];
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) {
      expect(postMessageSchema.safeParse({ intent: 'post', submissionId: id, text: 'x' }).success).toBe(true);
    }
    expect(deriveSubmissionId(SEED, 'a')).toBe(ids[0]);
  });
});

describe('titleOf', () => {
  it.each([
    ['\n\n Write a poem \nabout the sea', 'Write a poem'],
    ['x'.repeat(120), 'x'.repeat(120)],
    ['x'.repeat(121), `${'x'.repeat(119)}…`],
    ['😀'.repeat(130), `${'😀'.repeat(119)}…`],
  ])('takes the first line of a task, shortened', (task, title) => {
    expect(titleOf(task)).toBe(title);
  });
});

describe('wordsFor', () => {
  it('says who was faster, and that a deadline has passed', () => {
    const closed = (state: TaskState) =>
      wordsFor({
        outcome: 'closed',
        task: { kind: 'review_message', state, answeredBy: 'Ada', decision: 'approve', closedAt: null },
      });
    expect(closed('answered').kind).toBe('error');
    expect(english(closed('answered').detail)).toBe('Ada has approved the draft. Your answer was not used.');
    expect(english(closed('expired').title)).toBe('The deadline has passed');
    const rejected = wordsFor({
      outcome: 'closed',
      task: {
        kind: 'approve_tool_call',
        state: 'answered',
        answeredBy: 'Ada',
        decision: 'reject',
        closedAt: null,
      },
    });
    expect(english(rejected.detail)).toBe('Ada has rejected the call. Your answer was not used.');
    expect(wordsFor({ outcome: 'handed_in' }).kind).toBe('waiting');
    expect(english(wordsFor({ outcome: 'over' }).title)).toBe('The conversation is over');
  });
});
