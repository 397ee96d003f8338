/** The fields that every form which answers a task carries. */
export function AnswerFields({
  taskId,
  submissionId,
  decision,
}: {
  taskId: string;
  submissionId: string;
  decision: string;
}) {
  return (
    <>
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="taskId" value={taskId} />
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="decision" value={decision} />
    </>
  );
}
