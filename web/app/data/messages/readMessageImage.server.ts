import type { MessageBody } from '../../../../workflows/domain/transcript/entry.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** Image types that are safe to send to a browser: none of them can contain a script. */
const MEDIA_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export interface StoredImage {
  mediaType: string;
  bytes: Buffer;
}

/** An image of a message, by its index among the message's parts; null if the project has no such image. */
export async function readMessageImage(
  { projectId }: ProjectScope,
  { conversationId, messageId, index }: { conversationId: string; messageId: string; index: number },
): Promise<StoredImage | null> {
  const message = await services().database.message.findFirst({
    where: { id: messageId, conversationId, projectId },
    select: { body: true },
  });
  const body = message?.body as MessageBody | null | undefined;
  const part = body?.kind === 'multimodal' ? body.parts[index] : undefined;
  if (part?.kind !== 'image' || !MEDIA_TYPES.has(part.mediaType)) return null;
  return { mediaType: part.mediaType, bytes: Buffer.from(part.base64, 'base64') };
}
