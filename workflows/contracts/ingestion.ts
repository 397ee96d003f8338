import type { ItemOutcome } from '../domain/knowledge/importStates.ts';

/** Which import an activity works for. */
export interface ImportRef {
  projectId: string;
  importId: string;
}

/** Which document of it. */
export interface ItemRef extends ImportRef {
  itemId: string;
}

/** Documents that were brought together: a workflow for each run of the import. */
export interface IngestUploadInput extends ImportRef {
  run: number;
  /** What went before a continue-as-new; absent: nothing. */
  progress?: ImportProgress;
  /** How many documents one run of the workflow takes before it continues as new; absent: 200. */
  documentsPerRun?: number;
}

/** How far a run of an import is. */
export interface ImportProgress {
  isPaused: boolean;
  /** Documents that have come to their end, by what came of them. */
  counts: Record<ItemOutcome, number>;
}

export interface IngestDocumentInput extends ItemRef {
  /** For the workflow's title (sourceTitle): it stays in the history. */
  source: string;
}

/** What came of a step; `over`: of the whole document. */
export type StepResult = { kind: 'done' } | { kind: 'over'; outcome: ItemOutcome };

/** What the workflows of ingestion have done. Each may be called again, and then does nothing twice. */
export interface KnowledgeActivities {
  /** Takes the next documents that wait, and says that the import runs, or is paused. */
  nextImportItems(input: NextItemsInput): Promise<{ items: { itemId: string; source: string }[] }>;
  /** Ends the import unless documents of it wait; `cancelled` ends those too. Returns whether it has ended. */
  finishImport(input: ImportRef & { state: 'finished' | 'cancelled' }): Promise<boolean>;
  /** Writes down that the import stands still, or goes on. */
  showImportState(input: ImportRef & { state: 'running' | 'paused' }): Promise<void>;
  /** Writes down what came of a document that came to no end by itself. */
  endImportItem(input: EndItemInput): Promise<void>;
  /** Sees that the document's bytes are here: those of an address are fetched. */
  keepSource(input: ItemRef): Promise<StepResult>;
  /** Reads it, in a process of its own, and cuts it into passages. */
  readSource(input: ItemRef): Promise<StepResult>;
  /** Writes the document's next version into the knowledge store, with its passages and their vectors. */
  storePassages(input: ItemRef): Promise<StepResult>;
  /** Lets look-ups find this version and no other, and clears away what is no longer needed. */
  publishVersion(input: ItemRef): Promise<StepResult>;
}

export interface NextItemsInput extends ImportRef {
  most: number;
}

export interface EndItemInput extends ItemRef {
  outcome: 'failed' | 'cancelled';
  failure: { type: string; message: string } | null;
}
