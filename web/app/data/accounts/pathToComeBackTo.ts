import { safeNext } from './safeNext.ts';

/**
 * The page to return to when a request was refused: for a page its own address, for an action the page with the
 * form. Remix's data requests are pages with `.data` and `_routes` added.
 */
export function pathToComeBackTo(request: Request): string {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const referer = request.headers.get('referer');
  const url = new URL(!isRead && referer !== null && URL.canParse(referer) ? referer : request.url);
  url.searchParams.delete('_routes');
  const path = url.pathname === '/_root.data' ? '/' : url.pathname.replace(/\.data$/, '');
  return safeNext(path + url.search);
}
