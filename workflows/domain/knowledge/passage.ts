/** A passage as a look-up gave it to an agent, kept with the turn: what its number stands for, also when the document has changed. */
export interface Passage {
  /** By which the agent cites it; no other passage of the turn has it. */
  number: number;
  /** The entries of the store that it is joined of, in their order. */
  entryIds: string[];
  collectionId: string;
  documentId: string;
  documentVersion: number;
  title: string;
  source: string;
  /** In UTF-16 code units of the version's text; the end is exclusive. */
  startOffset: number;
  endOffset: number;
  page: number | null;
  headingPath: string[];
  text: string;
  /** Those of the best entry in it. */
  similarity: number;
  bm25: number;
  score: number;
}

/** A passage that was found and has no number yet. */
export type FoundPassage = Omit<Passage, 'number'>;
