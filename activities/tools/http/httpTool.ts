import { STATUS_CODES } from 'node:http';
import { jsonAsPythonText } from '../../../workflows/domain/pythonText.ts';
import type { ToolDescription, ToolResult } from '../../../workflows/domain/tool.ts';
import type { HttpTool } from '../../../workflows/domain/tools/kinds/http.ts';
import { messageOf } from '../causes.ts';
import { limitResult, tooLarge } from '../limitResult.ts';
import { findRefusal } from '../network/guardedFetch.ts';
import { type RevealedValues, revealSecrets, type SecretLookup } from '../secrets/secrets.ts';
import { failure, limitOf, withTimeLimit } from '../timeLimit.ts';
import type { ToolCall } from '../toolCall.ts';
import { ToolTimedOut } from '../toolErrors.ts';
import { buildRequest, type RequestParts, UnfitArguments } from './buildRequest.ts';
import { ArgumentChecker } from './checkArguments.ts';

interface Received {
  status: number;
  text: string;
  /** Whether there was more than is kept. */
  isCut: boolean;
}

/** HTTP tools as AutoGen's HttpTool: one request, no redirect followed, the body as the result. */
export class HttpTools {
  readonly #fetch: typeof globalThis.fetch;
  readonly #secret: SecretLookup;
  readonly #checker = new ArgumentChecker();

  constructor(clients: { fetch: typeof globalThis.fetch; secret: SecretLookup }) {
    this.#fetch = clients.fetch;
    this.#secret = clients.secret;
  }

  describe({ name, description, parameters }: HttpTool): ToolDescription {
    return { name, description, parameters };
  }

  async call(tool: HttpTool, call: ToolCall): Promise<ToolResult> {
    const headers = revealSecrets(tool.headers, this.#secret, call.scope);
    try {
      const request = buildRequest(tool, this.#checker.check(tool.name, tool.parameters, call.arguments));
      const received = await this.#send(tool, request, headers, call);
      return this.#read(tool, received, headers, call.maxResultBytes);
    } catch (error) {
      call.signal.throwIfAborted();
      const said = sayFailure(error);
      if (said === null) throw error;
      return limitResult(failure(headers.mask(said)), call.maxResultBytes);
    }
  }

  async #send(
    tool: HttpTool,
    request: RequestParts,
    revealed: RevealedValues,
    call: ToolCall,
  ): Promise<Received> {
    const headers = new Headers(revealed.values);
    if (tool.method !== 'GET' && !headers.has('idempotency-key')) {
      headers.set('idempotency-key', call.idempotencyKey);
    }
    if (request.body !== undefined && !headers.has('content-type'))
      headers.set('content-type', 'application/json');
    const limit = withTimeLimit(call.signal, limitOf(tool.timeoutSeconds, call.timeoutMs));
    try {
      const response = await this.#fetch(request.url, {
        method: tool.method,
        headers: Object.fromEntries(headers),
        ...(request.body !== undefined && { body: request.body }),
        redirect: 'manual',
        signal: limit.signal,
      });
      // So much more that a secret at the end is whole, and masked.
      const body = await readBody(response, call.maxResultBytes + 4 * revealed.longest);
      return { status: response.status, ...body };
    } finally {
      limit.clear();
    }
  }

  #read(tool: HttpTool, received: Received, headers: RevealedValues, maxBytes: number): ToolResult {
    const { status, isCut } = received;
    const text = headers.mask(received.text);
    if (isCut) return tooLarge(text, maxBytes, `more than ${maxBytes}`);
    const isError = status >= 400;
    if (isError && text === '') return failure(`HTTP ${status} ${STATUS_CODES[status] ?? ''}`.trim());
    if (tool.returns === 'text') return limitResult({ content: text, isError }, maxBytes);
    try {
      return limitResult({ content: jsonAsPythonText(text), isError }, maxBytes);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return limitResult(failure(`The response (HTTP ${status}) is not JSON: ${text}`), maxBytes);
    }
  }
}

async function readBody(response: Response, maxBytes: number): Promise<{ text: string; isCut: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body = (response.body ?? []) as unknown as AsyncIterable<Uint8Array>;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop cancels the response.
    if (size > maxBytes) break;
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, maxBytes));
  return { text, isCut: size > maxBytes };
}

/** What a model may be told about a failure; null if the tool did not cause it. */
function sayFailure(error: unknown): string | null {
  if (error instanceof UnfitArguments || error instanceof ToolTimedOut) return error.message;
  const refusal = findRefusal(error);
  if (refusal) return refusal.message;
  // What fetch and URL throw: the server can't be reached, the connection broke, an address or a header is invalid.
  if (!(error instanceof TypeError)) return null;
  return `The request failed: ${error.cause ? messageOf(error.cause) : error.message}`;
}
