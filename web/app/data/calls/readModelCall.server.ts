import { z } from 'zod';
import type { Database } from '../../../../platform/database.ts';
import { queryRows, sql } from '../../../../platform/sql.ts';
import type { Json } from '../../../../workflows/domain/json.ts';
import { callPurposes, modelCallStates, oneOf } from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import { SHOWN_CHARACTERS } from '../../views/text/shownLimits.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { type CallToRebuild, rebuildRequest } from './rebuildRequest.server.ts';
import type { RebuiltRequest } from './rebuiltRequest.ts';
import { beginningOf, shownJson, shownRequest } from './shownCall.ts';

/** A longer transcript is not rebuilt for a page, because that would block all other requests. */
const MOST_REBUILT_BYTES = 4_000_000;

/** A request to a model as its page shows it. */
export type ShownCall = NonNullable<Awaited<ReturnType<typeof readModelCall>>>;

/**
 * A request to a model as it was sent, with all requests made for the same purpose; null if the project has no
 * such request.
 */
export async function readModelCall(scope: ProjectScope, conversationId: string, callId: string) {
  const { projectId } = scope;
  const { database } = services();
  const call = await database.modelCall.findFirst({
    where: { id: callId, conversationId, projectId },
    include: { conversation: { select: { title: true } } },
  });
  if (call === null) return null;
  const [request, message, siblings] = await Promise.all([
    requestOf(database, call),
    database.message.findFirst({
      where: { projectId, modelCallId: callId },
      select: { seq: true, status: true },
    }),
    database.modelCall.findMany({
      where: { conversationId, projectId, seq: call.seq, agent: call.agent },
      orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        attempt: true,
        purpose: true,
        ordinal: true,
        state: true,
        model: true,
        startedAt: true,
        failureMessage: true,
      },
    }),
  ]);
  const { requestOutline: _outline, conversation, response, ...rest } = call;
  const { note } = SHOWN_CHARACTERS;
  const shortened = (message: string | null) => (message === null ? null : beginningOf(message, note));
  return {
    ...rest,
    message,
    state: oneOf(modelCallStates, call.state),
    purpose: oneOf(callPurposes, call.purpose),
    failureMessage: shortened(call.failureMessage),
    title: conversation.title,
    response: shownJson(response as Json),
    request: shownRequest(request),
    siblings: siblings.map((sibling) => ({
      ...sibling,
      state: oneOf(modelCallStates, sibling.state),
      purpose: oneOf(callPurposes, sibling.purpose),
      failureMessage: shortened(sibling.failureMessage),
    })),
  };
}

async function requestOf(database: Database, call: CallToRebuild): Promise<RebuiltRequest> {
  const [size] = await queryRows(
    database,
    sql`
    SELECT coalesce(sum(octet_length(content) + coalesce(pg_column_size(body), 0)), 0)::float8 AS bytes
    FROM message
    WHERE conversation_id = ${call.conversationId}::uuid AND project_id = ${call.projectId}::uuid
      AND created_at <= ${call.startedAt}`,
    z.object({ bytes: z.number() }),
  );
  return (size?.bytes ?? 0) > MOST_REBUILT_BYTES ? { kind: 'too_large' } : rebuildRequest(database, call);
}
