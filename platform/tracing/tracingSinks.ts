import type { EndedSpan } from '../../workflows/domain/tracing/endedSpan.ts';
import { recordSpan } from './spans.ts';

/** What workflows tell of their spans (workflows/traceInterceptors.ts); a replay tells nothing. Every worker has to have it. */
export const tracingSinks = {
  tracing: {
    spanEnded: {
      fn: (_info: unknown, span: EndedSpan): void => {
        recordSpan(span);
      },
      callDuringReplay: false,
    },
  },
};
