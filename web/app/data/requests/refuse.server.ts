import { refusalBody } from './refusalBody.server.ts';

/** The statuses that have an error page of their own (errors/explanations.ts). */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 411 | 413 | 422 | 503;

/**
 * A response to throw from a loader or an action; the error page explains it.
 *
 * @param fault the reason (languages/fault.ts), if the page's own words for the status are not enough
 * @example throw refuse(404, fault('conversation:faults.notFound'));
 */
export function refuse(status: RefusalStatus, fault = ''): Response {
  return Response.json(refusalBody(fault), { status });
}
