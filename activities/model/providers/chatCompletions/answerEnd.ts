import type { ReplyEnd } from '../../../../workflows/domain/transcript/ending.ts';
import { ModelFailure } from '../../modelFailure.ts';
import { endOf } from './finishReasons.ts';

/** How an answer ended whose finish reason says `given`. Fails where it is empty, held back, or cut within a tool call. */
export function answerEnd(answer: {
  given: ReplyEnd;
  reason: string;
  isEmpty: boolean;
  isRefusal: boolean;
  callsTools: boolean;
  /** Its last tool call is not complete. */
  endsWithinCall: boolean;
}): ReplyEnd {
  const { given: end, reason } = answer;
  const isCut = end === 'length' || end === 'content_filter';
  if (isCut && answer.endsWithinCall) {
    throw new ModelFailure(
      'model_unexpected_answer',
      `The answer was cut in the middle of a tool call (${reason}): raise the token limit, or ask for less`,
    );
  }
  if (answer.isEmpty && end !== 'stop') throw nothingSaid(end, reason);
  if (answer.isRefusal) return 'refusal';
  if (isCut || end === 'refusal') return end;
  return answer.callsTools ? 'tool_calls' : 'stop';
}

/** What a finish reason means. Throws if there is none, or an unknown one: the answer is then incomplete. */
export function endFor(reason: string): ReplyEnd {
  if (reason === '') {
    throw new ModelFailure('model_stream_cut', 'The stream ended before the model said that it was done');
  }
  const end = endOf(reason);
  if (end === null) {
    throw new ModelFailure(
      'model_stream_cut',
      `The answer broke off: its finish reason is "${reason.slice(0, 100)}"`,
    );
  }
  return end;
}

function nothingSaid(end: string, reason: string): ModelFailure {
  if (end === 'content_filter') {
    return new ModelFailure('model_refused_request', "The provider's content filter withheld the answer");
  }
  if (end === 'refusal') {
    return new ModelFailure('model_refused_request', 'The model refused to answer and did not say why');
  }
  return new ModelFailure('model_empty_answer', `The model answered with no text (${reason})`);
}
