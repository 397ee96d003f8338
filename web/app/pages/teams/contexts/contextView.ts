import type { ReactNode } from 'react';
import type {
  ContextKindName,
  ContextLimitsByKind,
} from '../../../../../workflows/domain/modelContext/registry.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import type { Translate } from '../../../languages/translator.ts';

/** A kind of model context as people see it; its name is in the catalogues (languages/en/contexts.ts). */
export interface ContextView<Kind extends ContextKindName> {
  /** The initial value in a team's JSON. */
  make(): ContextLimitsByKind[Kind];
  /** What it shows to a model, as a sentence. */
  inWords(t: Translate, context: ContextLimitsByKind[Kind]): string;
  /** Its fields in the editor; absent if it has none. */
  Fields?: (props: { path: TeamPath }) => ReactNode;
}
