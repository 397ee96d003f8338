import '@remix-run/node';
import type { Refusal } from '../http/refusal.ts';
import type { DocumentTexts } from './views/text/documentTexts.ts';

declare module '@remix-run/node' {
  /** What web/server.ts hands to every loader and action. */
  interface AppLoadContext {
    requestId: string;
    /** The nonce of this response's Content-Security-Policy. */
    nonce: string;
    /** Set where no action may run (web/http/guardRoutes.ts). */
    refusal?: Refusal | undefined;
    /** Bytes written to this answer that the client has not taken yet. */
    bufferedBytes: () => number;
    /** What a document shows of texts that do not travel within its data; null: the answer is data alone. */
    texts: DocumentTexts | null;
  }
}
