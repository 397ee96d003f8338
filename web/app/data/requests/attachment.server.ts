/** A text file whose name is safe in a header, in pieces that fit into memory. */
export interface TextFile {
  mediaType: string;
  name: string;
  pieces: AsyncGenerator<string, void, undefined>;
}

/** Sends a file piece by piece, as an attachment, so that HTML from outside is never shown as our page. */
export function attachment({ mediaType, name, pieces }: TextFile): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': `${mediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
