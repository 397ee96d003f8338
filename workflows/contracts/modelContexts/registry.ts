import {
  type ContextKindName,
  contextKindNames,
  type ContextLimit,
} from '../../domain/modelContext/registry.ts';
import type { Fields } from '../autogen/fields.ts';
import type { Report } from '../autogen/report.ts';
import type { ContextContract } from './contract.ts';
import { buffered } from './kinds/buffered.ts';
import { headAndTail } from './kinds/headAndTail.ts';
import { summarizing } from './kinds/summarizing.ts';
import { tokenLimited } from './kinds/tokenLimited.ts';
import { unbounded } from './kinds/unbounded.ts';

/** Every kind of model context, where it crosses a boundary. */
export const contextContracts = {
  unbounded,
  buffered,
  head_and_tail: headAndTail,
  token_limited: tokenLimited,
  summarizing,
} satisfies { [Kind in ContextKindName]: ContextContract<Kind> };

/** How a context's kind is written. */
export function contractOfContext(context: { kind: ContextKindName }) {
  // Each kind is registered under its own name, so it gets its own configuration; TypeScript can't infer that.
  return contextContracts[context.kind] as ContextContract<ContextKindName>;
}

/** The module of AutoGen's model contexts. */
export const AUTOGEN_CONTEXTS = 'autogen_core.model_context';

/** The full names of AutoGen's classes that are read as model contexts. */
export function autogenContextClasses(): string[] {
  return contextKindNames
    .map((kind) => contractOfContext({ kind }).autogen)
    .filter((autogen) => 'read' in autogen)
    .map(({ component }) => `${AUTOGEN_CONTEXTS}.${component}`);
}

/** The context that AutoGen's component of this name is. */
export function readContextOf(component: string, fields: Fields, report: Report): ContextLimit {
  const kinds = contextKindNames.map((kind) => contractOfContext({ kind }).autogen);
  const known = kinds.find((autogen) => autogen.component === component && autogen.read !== undefined);
  return known?.read?.(fields, report) ?? { kind: 'unbounded' };
}
