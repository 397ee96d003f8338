import type { ModelContextConfig } from '../../../../../workflows/domain/modelContext/config.ts';
import type { ContextKindName } from '../../../../../workflows/domain/modelContext/registry.ts';
import type { Translate } from '../../../languages/translator.ts';
import type { ContextView } from './contextView.ts';
import { buffered } from './kinds/buffered.tsx';
import { headAndTail } from './kinds/headAndTail.tsx';
import { summarizing } from './kinds/summarizing.tsx';
import { tokenLimited } from './kinds/tokenLimited.tsx';
import { unbounded } from './kinds/unbounded.ts';

/** Every kind of model context as people see it, in the order of the editor's list. */
const contextViews = {
  unbounded,
  buffered,
  head_and_tail: headAndTail,
  token_limited: tokenLimited,
  summarizing,
} satisfies { [Kind in ContextKindName]: ContextView<Kind> };

export const CONTEXT_KINDS = Object.keys(contextViews) as ContextKindName[];

/** How a context's kind is shown. */
export function viewOfContext(kind: ContextKindName): ContextView<ContextKindName> {
  // Each kind is registered under its own name, so it gets its own configuration; TypeScript can't infer that.
  return contextViews[kind];
}

/** Whether it is the name of a kind: the editor's JSON may contain anything. */
export function isContextKind(kind: string): kind is ContextKindName {
  return Object.hasOwn(contextViews, kind);
}

/** How much of what an agent has seen is shown to its model. */
export function contextInWords(t: Translate, context: ModelContextConfig): string {
  return viewOfContext(context.kind).inWords(t, context);
}
