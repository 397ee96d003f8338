declare global {
  interface Window {
    /** The variable that get-nonce reads: Radix's overlays lock the page's scrolling with a style tag of their own. */
    __webpack_nonce__?: string;
  }
}

/** Passes the page's nonce to the libraries that add style tags. */
export function shareDocumentNonce(): void {
  const nonce = documentNonce();
  if (nonce !== '') window.__webpack_nonce__ = nonce;
}

/** The page's nonce, for code that adds style tags; "" if there is none. */
export function documentNonce(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
}
