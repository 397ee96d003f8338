import type { ErrorEvent, EventHint, TransactionEvent } from '@sentry/core';

type SentryEvent = ErrorEvent | TransactionEvent;

/** Query parameters that open a door: the one-time link's token stands in one. */
const SECRET_QUERY = /([?&](?:token|code|key|secret)=)[^&#\s"]*/gi;

/** Takes the values of secret query parameters out of an address. */
export function scrubUrl(text: string): string {
  return text.replace(SECRET_QUERY, '$1[secret]');
}

/**
 * Leaves of an event what is needed to find the fault: no cookie, body, header that says who, e-mail, address or token.
 */
export function scrubEvent<Event extends SentryEvent>(event: Event): Event {
  const { request, user, breadcrumbs, ...rest } = event;
  const scrubbed = { ...rest } as Event;
  if (request) {
    scrubbed.request = {
      ...(request.method === undefined ? {} : { method: request.method }),
      ...(request.url === undefined ? {} : { url: scrubUrl(request.url) }),
    };
  }
  if (user?.id !== undefined) scrubbed.user = { id: user.id };
  if (breadcrumbs) {
    scrubbed.breadcrumbs = breadcrumbs.map(({ data: _data, ...breadcrumb }) => ({
      ...breadcrumb,
      ...(breadcrumb.message === undefined ? {} : { message: scrubUrl(breadcrumb.message) }),
    }));
  }
  return scrubbed;
}

/** What the server has reported already: its errors come to the browser as sanitised ones, or as route responses. */
export function isReportedByServer(hint: EventHint): boolean {
  const error = hint.originalException;
  if (typeof error === 'object' && error !== null && 'status' in error && 'data' in error) return true;
  return error instanceof Error && error.message === 'Unexpected Server Error';
}
