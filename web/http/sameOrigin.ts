import type { IncomingHttpHeaders } from 'node:http';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isSafeMethod(method: string): boolean {
  return SAFE_METHODS.has(method);
}

export type OriginCheck = {
  headers: IncomingHttpHeaders;
  /** The address under which browsers reach the app. */
  appUrl: string;
};

/**
 * Whether a request that changes something came from a page of this app. Browsers send Origin with every such
 * request, and no page can forge it; if it is missing, Sec-Fetch-Site has to say so. Everything else is treated as
 * foreign.
 */
export function isSameOrigin({ headers, appUrl }: OriginCheck): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin';
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.origin === new URL(appUrl).origin || (host !== undefined && url.host === host);
}
