import type { TurnFailure } from '../domain/turnFailure.ts';
import type { WorkflowStart } from './conversationStart.ts';
import { SEARCH_KNOWLEDGE_WORKFLOW, searchAttributeNames, searchWorkflowId } from './names.ts';

/** Which search of a person's: its question stands in its row, never in a history. */
export interface SearchRef {
  projectId: string;
  searchId: string;
}

/** What the workflow of a search has done. Each may be called again, and then does nothing twice. */
export interface SearchActivities {
  /** Looks up what the row asks, and writes down what was found. */
  answerSearch(input: SearchRef): Promise<{ passages: number }>;
  /** Writes down why nothing could be looked up. */
  failSearch(input: SearchRef & { failure: TurnFailure }): Promise<void>;
}

/** A person waits: what has not begun to work after this long is not to cost anything any more. */
const MOST_SECONDS = 120;

/** The start of a search's workflow. */
export function searchStart({ projectId, searchId }: SearchRef): WorkflowStart<SearchRef> {
  return {
    type: SEARCH_KNOWLEDGE_WORKFLOW,
    workflowId: searchWorkflowId(searchId),
    input: { projectId, searchId },
    summary: 'A search in documents',
    details: '',
    keywords: { [searchAttributeNames.project]: projectId },
    fairnessKey: projectId,
    timeoutSeconds: MOST_SECONDS,
  };
}
