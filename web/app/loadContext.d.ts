import '@remix-run/node';
import type { Refusal } from '../http/refusal.ts';
import type { DocumentTexts } from './views/text/documentTexts.ts';

declare module '@remix-run/node' {
  /** Passed by web/server.ts to every loader and action. */
  interface AppLoadContext {
    requestId: string;
    /** Of the trace that the request belongs to; people quote it. */
    traceId: string;
    /** The nonce of this response's Content-Security-Policy. */
    nonce: string;
    /** Set if no action may run (web/http/guardRoutes.ts). */
    refusal?: Refusal | undefined;
    /** Bytes written to this response that the client has not received yet. */
    bufferedBytes: () => number;
    /** The document's texts that its data leaves out; null for a data response. */
    texts: DocumentTexts | null;
  }
}
