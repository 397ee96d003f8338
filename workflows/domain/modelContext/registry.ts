import type { ContextKind } from './kind.ts';
import { buffered } from './kinds/buffered.ts';
import { headAndTail } from './kinds/headAndTail.ts';
import { summarizing } from './kinds/summarizing.ts';
import { tokenLimited } from './kinds/tokenLimited.ts';
import { unbounded } from './kinds/unbounded.ts';

/** Every kind of model context: AutoGen's, and one that sums up. */
const contextKinds = {
  unbounded,
  buffered,
  head_and_tail: headAndTail,
  token_limited: tokenLimited,
  summarizing,
};

type Kinds = typeof contextKinds;

export type ContextKindName = keyof Kinds;

/** The configuration in a team, by kind. */
export type ContextLimitsByKind = {
  [Kind in ContextKindName]: Kinds[Kind] extends ContextKind<infer Config> ? Config : never;
};

export type ContextLimit = ContextLimitsByKind[ContextKindName];

export const contextKindNames = Object.keys(contextKinds) as ContextKindName[];

/** What a context's kind does. */
export function kindOfContext(context: { kind: ContextKindName }) {
  // Each kind is registered under its own name, so it gets its own configuration; TypeScript can't infer that.
  return contextKinds[context.kind] as ContextKind<ContextLimit>;
}
