import { readErrorText } from './errorBody.ts';

/** Of an error's body, more is never looked at. */
const MAX_ERROR_BYTES = 256 * 1024;

/**
 * A `fetch` that converts errors to OpenAI's form: its client reads no other and loses the provider's words. Answers
 * pass through unchanged.
 */
export function wholeErrors(send: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    if (response.ok || response.body === null) return response;
    const error = readErrorText(await beginning(response), Date.now());
    const headers = new Headers(response.headers);
    for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name);
    headers.set('content-type', 'application/json');
    return new Response(JSON.stringify({ error }), { status: response.status, headers });
  };
}

async function beginning(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    text += decoder.decode(chunk, { stream: true });
    if (bytes > MAX_ERROR_BYTES) break;
  }
  return text + decoder.decode();
}
