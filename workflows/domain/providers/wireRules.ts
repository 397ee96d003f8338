import type { ModelInfo } from '../model.ts';
import type { WireForm } from './chatCompletions/dialects.ts';

/** How a model wants to be spoken to. Stored with each request, so that the page can show it again. */
export interface WireRules {
  includeNameInMessage: boolean;
  addNamePrefixes: boolean;
  info: Pick<ModelInfo, 'family' | 'vision' | 'multipleSystemMessages'>;
  /** Absent where a request was made before there were forms: of them, it then kept two rules. */
  form?: WireForm;
  /** An answer at the end loses the whitespace at its own end: Claude's API refuses it. */
  trimsLastAnswer?: boolean;
}
