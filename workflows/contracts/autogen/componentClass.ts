/** What kinds of components a team is made of. */
export type ComponentKind =
  | 'team'
  | 'agent'
  | 'model'
  | 'tool'
  | 'workbench'
  | 'termination'
  | 'model context'
  | 'memory'
  | 'structured message'
  | 'code executor';

/** A class of AutoGen's. */
export interface ComponentClass {
  /** Its full name: the module that offers it, and its own. */
  provider: string;
  kind: ComponentKind;
}
