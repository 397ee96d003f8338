/** The names of a project's collections, in their order. */
export interface CollectionNames {
  names: string[];
  /** Whether these are all. */
  isComplete: boolean;
}
