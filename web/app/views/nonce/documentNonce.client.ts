declare global {
  interface Window {
    /** What get-nonce reads: Radix's overlays lock the page's scrolling with a style tag of their own. */
    __webpack_nonce__?: string;
  }
}

/** Hands the nonce of the page to the libraries that add style tags. */
export function shareDocumentNonce(): void {
  const nonce = documentNonce();
  if (nonce !== '') window.__webpack_nonce__ = nonce;
}

/** The nonce of the page, for what adds style tags; "" where there is none. */
export function documentNonce(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
}
