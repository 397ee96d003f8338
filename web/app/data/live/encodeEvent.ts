/**
 * Encodes one server-sent event. JSON contains no line breaks, so one `data:` line is enough.
 *
 * @example encodeEvent({ name: 'change', data: { a: 1 }, id: '7' }) // "id: 7\nevent: change\ndata: {\"a\":1}\n\n"
 */
export function encodeEvent(event: { name: string; data: unknown; id?: string }): string {
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  return `${id}event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`;
}

/** Keeps proxies from closing a quiet stream, and reveals that the reader has gone. */
export const HEARTBEAT = ': still here\n\n';

/** How long a browser waits before it reconnects; sent once at the start of a stream. */
export function encodeRetry(retryMs: number): string {
  return `retry: ${String(retryMs)}\n\n`;
}
