import type { WorkflowStart } from './conversationStart.ts';
import { noticeWorkflowId, searchAttributeNames, SEND_NOTICE_WORKFLOW } from './names.ts';
import type { NoticeRef } from './notices.ts';

/** The row of a notice that is to be sent. */
export interface StartableNotice {
  id: string;
  projectId: string;
  run: number;
}

/** The start of a notice's workflow, made from its row alone: whoever starts it starts the same. */
export function noticeStart({ id, projectId, run }: StartableNotice): WorkflowStart<NoticeRef> {
  return {
    type: SEND_NOTICE_WORKFLOW,
    workflowId: noticeWorkflowId(id, run),
    input: { projectId, noticeId: id, run },
    summary: 'A notice',
    details: '',
    keywords: { [searchAttributeNames.project]: projectId },
    fairnessKey: projectId,
  };
}
