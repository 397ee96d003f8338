import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../../../../platform/database.ts';
import type { Json } from '../../../../workflows/domain/json.ts';
import { messageTypes } from '../../../../workflows/domain/message.ts';
import type { GiveBack } from '../../../../workflows/domain/providers/giveBack.ts';
import { DEFAULT_PROVIDER, type ProviderName } from '../../../../workflows/domain/providers/providerName.ts';
import { wireProviders } from '../../../../workflows/domain/providers/registry.ts';
import type { WireProvider, WireRequest } from '../../../../workflows/domain/providers/wireProvider.ts';
import { oneOf } from '../../../../workflows/domain/recordStates.ts';
import { expandOutline, type RequestOutline } from '../../../../workflows/domain/request/outline.ts';
import { expandViewOutline, type ViewOutline } from '../../../../workflows/domain/request/viewOutline.ts';
import type {
  MemoryContent,
  MessageBody,
  TranscriptEntry,
} from '../../../../workflows/domain/transcript/entry.ts';
import { readableRequest } from './readableRequest.ts';
import type { RebuiltRequest } from './rebuiltRequest.ts';
import { requestOutlineSchema } from './requestOutline.ts';

/** The fields of a call that are needed to rebuild its request. */
export interface CallToRebuild {
  projectId: string;
  conversationId: string;
  writtenBy: string;
  /** The call's own id, which some requests contain. */
  id: string;
  requestOutline: unknown;
  requestSha256: string;
  startedAt: Date;
}

/**
 * Only the field that distinguishes the two forms: the rest of an outline is passed on unchanged, with its keys in
 * order.
 */
const viewOutlineSchema = z.looseObject({ renderer: z.literal(2), asOf: z.number() });

/**
 * Rebuilds a sent request from its outline and the transcript of that time. The stored hash shows whether the
 * result is exact.
 */
export async function rebuildRequest(database: Database, call: CallToRebuild): Promise<RebuiltRequest> {
  const rebuilt = await bodyOf(database, call);
  if (rebuilt === null) return { kind: 'unreadable' };
  const { body, provider } = rebuilt;
  const sha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const spoken: WireProvider = wireProviders[provider];
  try {
    const sent = spoken.withCallId?.(body, call.id) ?? body;
    return { kind: sha256 === call.requestSha256 ? 'exact' : 'differs', ...readableRequest(sent, provider) };
  } catch (error) {
    if (error instanceof z.ZodError) return { kind: 'unreadable' };
    throw error;
  }
}

async function bodyOf(
  database: Database,
  call: CallToRebuild,
): Promise<{ body: WireRequest; provider: ProviderName } | null> {
  const first = requestOutlineSchema.safeParse(call.requestOutline);
  if (first.success) {
    const body = expandOutline(first.data, await messagesAt(database, call, first.data));
    return { body: { ...body }, provider: DEFAULT_PROVIDER };
  }
  const second = viewOutlineSchema.safeParse(call.requestOutline);
  if (!second.success) return null;
  const outline = call.requestOutline as ViewOutline;
  const entries = await entriesAt(database, call, outline.asOf);
  const tools = await readPart(database, call.projectId, outline.tools?.sha256);
  try {
    const provider = outline.provider ?? DEFAULT_PROVIDER;
    return { body: expandViewOutline(outline, entries, tools), provider };
  } catch {
    return null;
  }
}

/** The transcript within an outline's ranges, as of the time when the request was sent. */
async function messagesAt(database: Database, call: CallToRebuild, outline: RequestOutline) {
  const ranges = outline.entries.flatMap((entry) => (entry.kind === 'transcript' ? [entry] : []));
  if (ranges.length === 0) return [];
  const { projectId, conversationId, startedAt } = call;
  return database.message.findMany({
    where: {
      projectId,
      conversationId,
      status: 'final',
      createdAt: { lte: startedAt },
      seq: {
        gte: Math.min(...ranges.map(({ fromSeq }) => fromSeq)),
        lte: Math.max(...ranges.map(({ toSeq }) => toSeq)),
      },
      OR: [{ supersededAt: null }, { supersededAt: { gt: startedAt } }],
    },
    orderBy: [{ seq: 'asc' }, { createdAt: 'asc' }],
    select: { seq: true, source: true, content: true },
  });
}

/** The whole transcript of that time, except what the same activity wrote in an earlier attempt. */
async function entriesAt(
  database: Database,
  { projectId, conversationId, startedAt, writtenBy }: CallToRebuild,
  asOf: number,
): Promise<TranscriptEntry[]> {
  const rows = await database.message.findMany({
    where: {
      projectId,
      conversationId,
      status: 'final',
      position: { lte: asOf },
      writtenBy: { not: writtenBy },
      OR: [{ supersededAt: null }, { supersededAt: { gt: startedAt } }],
    },
    orderBy: [{ position: 'asc' }, { seq: 'asc' }],
    select: {
      seq: true,
      position: true,
      scope: true,
      turn: true,
      run: true,
      type: true,
      source: true,
      content: true,
      body: true,
      thought: true,
      memories: true,
      readBefore: true,
      giveBack: true,
      copied: true,
      resets: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    position: Number(row.position),
    type: oneOf(messageTypes, row.type),
    body: row.body as MessageBody | null,
    memories: row.memories as MemoryContent[][] | null,
    giveBack: row.giveBack as GiveBack | null,
  }));
}

async function readPart(
  database: Database,
  projectId: string,
  sha256: string | undefined,
): Promise<Json | null> {
  if (sha256 === undefined) return null;
  const part = await database.requestPart.findUnique({
    where: { projectId_sha256: { projectId, sha256 } },
    select: { content: true },
  });
  return (part?.content ?? null) as Json | null;
}
