import { assertNever } from '../../../../../workflows/domain/json.ts';
import type { CallPurpose } from '../../../../../workflows/domain/recordStates.ts';
import type { Translate } from '../../../languages/translator.ts';

/** What a participant is doing now. */
export type Doing =
  | { kind: 'waits' | 'writes' | 'callsTools' | 'runsCode' | 'thinks' | 'teamWorks' }
  | { kind: 'callsTool'; tool: string }
  /** A model is asked. */
  | { kind: 'asks'; purpose: CallPurpose };

/** In a few words. @example doingInWords({ kind: 'writes' }, t) // "writing…" */
export function doingInWords(doing: Doing, t: Translate): string {
  switch (doing.kind) {
    case 'callsTool':
      return t('conversation:doing.callsTool', { tool: doing.tool });
    case 'asks':
      return t(`calls:purposeNow.${doing.purpose}`);
    case 'waits':
    case 'writes':
    case 'callsTools':
    case 'runsCode':
    case 'thinks':
    case 'teamWorks':
      return t(`conversation:doing.${doing.kind}`);
    default:
      return assertNever(doing);
  }
}
