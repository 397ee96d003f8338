import { describe, expect, it } from '@jest/globals';
import { isWrittenIn, writerText, WRITTEN_BY_FORM, writtenInRun } from './writer.ts';

const RUN = '0191d2a0-7c1e-7b52-9c3f-0123456789ab';

// Rows of earlier versions hold these texts: another form would make the same writer another one.
describe('who wrote a row', () => {
  it('is an activity of a workflow’s run', () => {
    const text = writerText({ kind: 'activity', runId: RUN, activityId: '7' });
    expect(text).toBe(`${RUN}:7`);
    expect(isWrittenIn(RUN, text)).toBe(true);
    expect(text.startsWith(writtenInRun(RUN))).toBe(true);
  });

  it('is another run’s though its id begins alike', () => {
    expect(isWrittenIn(RUN.slice(0, -1), writerText({ kind: 'activity', runId: RUN, activityId: '7' }))).toBe(
      false,
    );
  });

  it('is a form, and then no run’s', () => {
    const text = writerText({ kind: 'form', idempotencyKey: 'key' });
    expect(text).toBe('web:key');
    expect(text.startsWith(WRITTEN_BY_FORM)).toBe(true);
    expect(isWrittenIn(RUN, text)).toBe(false);
  });
});
