import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { openHistoryFile } from '../data/replay/historyFile.server.ts';
import { attachment } from '../data/requests/attachment.server.ts';
import { parseId } from '../data/requests/parseId.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { requireWholeNumber } from '../data/requests/requireWholeNumber.server.ts';
import { fault } from '../languages/fault.ts';

/** A recorded history as a file: `?run=0&runId=…`, and `redacted=false` with its texts. Sent piece by piece. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const conversationId = requireUuid(params['conversationId']);
  const { searchParams } = new URL(request.url);
  const run = searchParams.get('run');
  const file = await openHistoryFile(scope, {
    conversationId,
    run: run === null ? null : requireWholeNumber(run),
    runId: parseId(searchParams.get('runId') ?? undefined),
    redacted: searchParams.get('redacted') !== 'false',
  });
  if (file === null) throw refuse(404, fault('conversation:faults.notFound'));
  return attachment(file);
}
