import type { ModelContextConfig } from '../modelContext/config.ts';
import type { ContextLimits, ContextSource } from '../modelContext/kind.ts';
import { kindOfContext } from '../modelContext/registry.ts';
import type { LlmMessage } from './llmMessage.ts';
import type { ContextSlice } from './slices.ts';

/** Which parts of a view a model context shows. A summarising one takes what `summary` gives. */
export function contextSlices(
  config: ModelContextConfig,
  view: readonly LlmMessage[],
  limits: ContextLimits,
  summary: ContextSource['summary'] = null,
): ContextSlice[] {
  return kindOfContext(config).slices(config, { view, limits, summary });
}
