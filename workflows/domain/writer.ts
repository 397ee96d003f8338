/**
 * The writer of a row: an activity of a workflow's run, the same for all its attempts, or a form accepted by a web
 * process. A row stores it as one text, which is made and read only here.
 */
export type Writer =
  { kind: 'activity'; runId: string; activityId: string } | { kind: 'form'; idempotencyKey: string };

const FORM = 'web:';

/** The text that a row keeps. A workflow run's id is a UUID, so that the two kinds are never the same. */
export function writerText(writer: Writer): string {
  return writer.kind === 'form'
    ? `${FORM}${writer.idempotencyKey}`
    : `${writtenInRun(writer.runId)}${writer.activityId}`;
}

/** What the texts of all activities of a workflow's run begin with. */
export function writtenInRun(runId: string): string {
  return `${runId}:`;
}

/** What the texts of all forms begin with. */
export const WRITTEN_BY_FORM = FORM;

/** Whether a row was written in a workflow's run. */
export function isWrittenIn(runId: string, writtenBy: string): boolean {
  return writtenBy.startsWith(writtenInRun(runId));
}
