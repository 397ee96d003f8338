import { type FailureType, isFailureType } from '../../../../workflows/contracts/failures.ts';
import type { FailureText } from '../../../../workflows/contracts/failureText.ts';
import type { failures } from '../../languages/en/failures.ts';
import type { Translate } from '../../languages/translator.ts';

type TalksToAnAddress = keyof (typeof failures)['at'];

/** Types that have no title with an address: nothing is talked to. */
const WITHOUT_ADDRESS: ReadonlySet<string> = new Set([
  'model_context_too_long',
  'model_attempts_exhausted',
  'tool_outcome_unknown',
  'result_not_stored',
  'step_timed_out',
  'unexpected_error',
  'conversation_missing',
  'task_not_open',
  'decision_not_allowed',
  'conversation_over',
  'invalid_command',
] satisfies Exclude<FailureType, TalksToAnAddress>[]);

/** What failed, with its address where that is known, in the reader's language. */
export function failureTitle(t: Translate, { type, address }: Pick<FailureText, 'type' | 'address'>): string {
  if (!isFailureType(type)) return t('failures:unknown');
  if (address === null || !talksToAnAddress(type)) return t(`failures:title.${type}`);
  return t(`failures:at.${type}`, { address });
}

function talksToAnAddress(type: FailureType): type is TalksToAnAddress {
  return !WITHOUT_ADDRESS.has(type);
}
