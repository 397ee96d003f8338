import { createContext, useContext } from 'react';

/** The nonce of this response's Content-Security-Policy. Empty in the browser, which hides it from scripts. */
export const NonceContext = createContext<string>('');

/** For the `nonce` of a script or style tag. Put `suppressHydrationWarning` beside it. */
export function useNonce(): string {
  return useContext(NonceContext);
}
