import { createHash } from 'node:crypto';
import {
  expandOutline,
  type ChatMessage,
  type RequestOutline,
} from '../../../workflows/domain/request/outline.ts';
import type { Json } from '../../../workflows/domain/json.ts';
import type { ProjectScope } from '../auth/projectScope.server.ts';
import { requestOutlineSchema } from '../conversations/requestOutline.ts';
import { services } from '../services.server.ts';

export type RebuiltRequest =
  /** `exact`: its hash is that of the bytes that were sent. */
  | {
      kind: 'exact' | 'differs';
      messages: { role: ChatMessage['role']; name: string | null; content: string }[];
      /** The body, indented. */
      json: string;
    }
  /** The outline is of a form that this version does not know. */
  | { kind: 'unreadable' };

/** One request to a model as it was sent, and all requests for the same message; null: the project has none such. */
export async function readModelCall(scope: ProjectScope, conversationId: string, callId: string) {
  const { projectId } = scope;
  const { database } = services();
  const call = await database.modelCall.findFirst({
    where: { id: callId, conversationId, projectId },
    include: { message: { select: { seq: true, status: true } }, conversation: { select: { title: true } } },
  });
  if (call === null) return null;
  const [request, siblings] = await Promise.all([
    rebuild(conversationId, call),
    database.modelCall.findMany({
      where: { conversationId, projectId, seq: call.seq },
      orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
      select: { id: true, attempt: true, state: true, model: true, startedAt: true, failureMessage: true },
    }),
  ]);
  const { requestOutline: _outline, conversation, response, ...rest } = call;
  return { ...rest, title: conversation.title, response: response as Json, request, siblings };
}

async function rebuild(
  conversationId: string,
  call: { requestOutline: unknown; requestSha256: string; startedAt: Date },
): Promise<RebuiltRequest> {
  const outline = requestOutlineSchema.safeParse(call.requestOutline);
  if (!outline.success) return { kind: 'unreadable' };
  const body = expandOutline(outline.data, await transcriptAt(conversationId, outline.data, call.startedAt));
  const sha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return {
    kind: sha256 === call.requestSha256 ? 'exact' : 'differs',
    messages: body.messages.map(({ role, name = null, content }) => ({ role, name, content })),
    json: JSON.stringify(body, null, 2),
  };
}

/** The transcript within an outline's ranges, as it stood when the request left. */
async function transcriptAt(conversationId: string, outline: RequestOutline, at: Date) {
  const ranges = outline.entries.flatMap((entry) => (entry.kind === 'transcript' ? [entry] : []));
  if (ranges.length === 0) return [];
  return services().database.message.findMany({
    where: {
      conversationId,
      status: 'final',
      createdAt: { lte: at },
      seq: {
        gte: Math.min(...ranges.map(({ fromSeq }) => fromSeq)),
        lte: Math.max(...ranges.map(({ toSeq }) => toSeq)),
      },
      OR: [{ supersededAt: null }, { supersededAt: { gt: at } }],
    },
    orderBy: [{ seq: 'asc' }, { createdAt: 'asc' }],
    select: { seq: true, source: true, content: true },
  });
}
