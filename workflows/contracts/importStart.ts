import type { WorkflowStart } from './conversationStart.ts';
import type { IngestUploadInput } from './ingestion.ts';
import { importWorkflowId, INGEST_UPLOAD_WORKFLOW, searchAttributeNames } from './names.ts';

/** The row of an import that is to be started. */
export interface StartableImport {
  id: string;
  projectId: string;
  run: number;
}

/** The start of an import's workflow, made from its row alone: whoever starts it starts the same. */
export function importStart({ id, projectId, run }: StartableImport): WorkflowStart<IngestUploadInput> {
  return {
    type: INGEST_UPLOAD_WORKFLOW,
    workflowId: importWorkflowId(id, run),
    input: { projectId, importId: id, run },
    summary: 'Documents for the knowledge store',
    details: '',
    keywords: { [searchAttributeNames.project]: projectId },
    fairnessKey: projectId,
  };
}
