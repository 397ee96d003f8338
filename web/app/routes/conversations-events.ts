import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseListStream } from '../data/conversations/listStream.ts';
import type { ListEvents } from '../data/live/events.ts';
import { expiredStream } from '../data/live/eventStream.server.ts';
import { liveHub } from '../data/live/liveHub.server.ts';
import { streamFor } from '../data/live/streamFor.server.ts';
import { streamMember } from '../data/live/streamMember.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await streamMember(request);
  if (member === null) return expiredStream();
  const { filters, newest, rows } = parseListStream(new URL(request.url).searchParams);
  const page = { ...member.scope, filters, newest };
  return streamFor<ListEvents>({ request, context }, (send) => liveHub().watchList({ page, rows, send }));
}
