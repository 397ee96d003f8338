import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { readTranscriptPart } from '../data/messages/readTranscriptPart.server.ts';
import { parseId } from '../data/requests/parseId.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { setTextsApart } from '../data/texts/pageTexts.server.ts';
import { fault } from '../languages/fault.ts';
import { PART_MESSAGES } from '../pages/conversations/show.ts';

const place = z.coerce.number().int().min(0).max(2_000_000_000);
const askedSchema = z.union([z.object({ from: place }), z.object({ around: place })]);

/**
 * A part of a transcript, as JSON, for a page that is being scrolled: `?from=` a place or `?around=` a message.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const asked = askedSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw refuse(400, fault('conversation:faults.noPlace'));
  const id = parseId(params['conversationId']);
  const part = id === null ? null : await readTranscriptPart(scope, id, asked.data, PART_MESSAGES);
  if (part === null) throw refuse(404, fault('conversation:faults.noMessage'));
  const { messages, toolCalls, ...rows } = part.rows;
  const apart = await setTextsApart({ ...rows, messages: [...messages], toolCalls: [...toolCalls] }, null);
  return Response.json({ ...part, rows: apart }, { headers: { 'cache-control': 'no-store' } });
}
