import type { TurnFailure } from '../../turnFailure.ts';
import { type HumanTaskKind, noText, STOPPED_UNANSWERED, type TaskBase } from '../kind.ts';

/** A turn failed in a way that retrying can't mend. */
export interface ErrorTask extends TaskBase {
  kind: 'resolve_error';
  onDeadline: 'stop';
  failure: TurnFailure;
}

/** A failed turn waits a week for somebody; then the conversation stops, with all that it has said kept. */
export const RESOLVE_ERROR_DEADLINE_SECONDS = 7 * 24 * 60 * 60;

const STOPPED_AFTER_ERROR = 'Stopped by a person after an error';

export function openError(base: TaskBase, failure: TurnFailure): ErrorTask {
  return { kind: 'resolve_error', ...base, onDeadline: 'stop', failure };
}

export const resolveError: HumanTaskKind<ErrorTask, 'retry' | 'without_tools' | 'skip' | 'stop'> = {
  decisions: {
    retry: noText,
    without_tools: { text: 'none', isOffered: ({ failedTools }) => failedTools.length > 0 },
    skip: noText,
    stop: noText,
  },
  deadlines: ['stop'],
  whileOpen: 'parked',
  effect: ({ failure }, { by, decision }) => {
    switch (decision) {
      case 'retry':
        return { then: 'repeat' };
      case 'without_tools':
        return { then: 'repeat', leftOut: failure.details?.tools ?? [] };
      case 'skip':
        return { then: 'pass' };
      case 'stop':
        return { then: 'end_turn', stop: by === 'person' ? STOPPED_AFTER_ERROR : STOPPED_UNANSWERED };
    }
  },
};
