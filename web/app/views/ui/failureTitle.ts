import { type FailureType, isFailureType } from '../../../../workflows/contracts/failures.ts';
import type { FailureText } from '../../../../workflows/contracts/failureText.ts';
import type { failures } from '../../languages/en/failures.ts';
import type { Translate } from '../../languages/translator.ts';

type TalksToAnAddress = keyof (typeof failures)['at'];

/** Types whose title has no address, because no server is involved. */
const WITHOUT_ADDRESS: ReadonlySet<string> = new Set(
  Object.keys({
    model_context_too_long: true,
    model_attempts_exhausted: true,
    tool_outcome_unknown: true,
    result_not_stored: true,
    step_timed_out: true,
    unexpected_error: true,
    conversation_missing: true,
    task_not_open: true,
    decision_not_allowed: true,
    conversation_over: true,
    invalid_command: true,
    knowledge_refused: true,
    notice_unavailable: true,
    notice_refused: true,
    notice_misconfigured: true,
  } satisfies Record<Exclude<FailureType, TalksToAnAddress>, true>),
);

/** What failed, with its address if that is known, in the reader's language. */
export function failureTitle(t: Translate, { type, address }: Pick<FailureText, 'type' | 'address'>): string {
  if (!isFailureType(type)) return t('failures:unknown');
  if (address === null || !talksToAnAddress(type)) return t(`failures:title.${type}`);
  return t(`failures:at.${type}`, { address });
}

function talksToAnAddress(type: FailureType): type is TalksToAnAddress {
  return !WITHOUT_ADDRESS.has(type);
}
