import type { LoaderFunctionArgs } from '@remix-run/node';
import { transcriptFormats } from '../../../workflows/contracts/api/messages.ts';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { openTranscriptFile } from '../data/messages/transcriptFile.server.ts';
import { attachment } from '../data/requests/attachment.server.ts';
import { parseId } from '../data/requests/parseId.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { fault } from '../languages/fault.ts';

/** The whole transcript as a file, `?format=markdown` or `json`, sent piece by piece. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const id = parseId(params['conversationId']);
  const asked = new URL(request.url).searchParams.get('format') ?? 'markdown';
  const format = transcriptFormats.find((each) => each === asked);
  const file = id === null || format === undefined ? null : await openTranscriptFile(scope, id, format);
  if (file === null) throw refuse(404, fault('conversation:faults.notFound'));
  return attachment(file);
}
