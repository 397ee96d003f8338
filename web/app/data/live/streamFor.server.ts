import type { AppLoadContext } from '@remix-run/node';
import { services } from '../../services.server.ts';
import { eventStream, type EventStreamOptions } from './eventStream.server.ts';
import { streamMember } from './streamMember.server.ts';

/** An event stream for a request's reader, ended by whatever ends the reader's access. */
export function streamFor<Events extends { expired: Record<string, never> }>(
  { request, context }: { request: Request; context: AppLoadContext },
  open: EventStreamOptions<Events>['open'],
): Response {
  return eventStream<Events>({
    readerGone: request.signal,
    stopping: services().stopping,
    bufferedBytes: context.bufferedBytes,
    mayRead: async () => (await streamMember(request)) !== null,
    open,
  });
}
