/** The refusals that have a page of their own (errors/explanations.ts). */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 411 | 413 | 422 | 503;

/**
 * An answer to throw from a loader or an action; the error page explains it.
 *
 * @param reason one sentence for the reader, where the page's own words don't say enough. Never a stack, never a secret.
 * @example throw refuse(404, 'There is no such conversation in this project.');
 */
export function refuse(status: RefusalStatus, reason = ''): Response {
  return new Response(reason, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
