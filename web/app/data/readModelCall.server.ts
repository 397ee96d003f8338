import type { Json } from '../../../workflows/domain/json.ts';
import type { ProjectScope } from '../auth/projectScope.server.ts';
import { services } from '../services.server.ts';
import { rebuildRequest } from './rebuildRequest.server.ts';

/** One request to a model as it was sent, and all that were made for the same; null: the project has none such. */
export async function readModelCall(scope: ProjectScope, conversationId: string, callId: string) {
  const { projectId } = scope;
  const { database } = services();
  const call = await database.modelCall.findFirst({
    where: { id: callId, conversationId, projectId },
    include: { message: { select: { seq: true, status: true } }, conversation: { select: { title: true } } },
  });
  if (call === null) return null;
  const [request, siblings] = await Promise.all([
    rebuildRequest(database, call),
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
  return { ...rest, title: conversation.title, response: response as Json, request, siblings };
}
