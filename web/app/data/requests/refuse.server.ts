import { refusalBody } from './refusalBody.server.ts';

/** The refusals that have a page of their own (errors/explanations.ts). */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 411 | 413 | 422 | 503;

/**
 * An answer to throw from a loader or an action; the error page explains it.
 *
 * @param fault why (languages/fault.ts), where the page's own words for the status don't say enough
 * @example throw refuse(404, fault('conversation:faults.notFound'));
 */
export function refuse(status: RefusalStatus, fault = ''): Response {
  return Response.json(refusalBody(fault), { status });
}
