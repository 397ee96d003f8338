import type { Event, EventHint } from '@sentry/node';

/** Query parameters that grant access, such as the one-time link's token. */
const SECRET_QUERY = /([?&](?:token|code|key|secret)=)[^&#\s"]*/gi;

/** Attributes of a span that identify a person or contain what they sent. */
const PRIVATE_ATTRIBUTE = /header|cookie|query|body|client_ip|client\.address|peer\.|user_agent/i;

/** Removes the values of secret query parameters from an address. */
export function scrubUrl(text: string): string {
  return text.replace(SECRET_QUERY, '$1[secret]');
}

/**
 * Keeps only what is needed to find the error: no cookies, bodies, headers, e-mail addresses, IP addresses or
 * tokens. Breadcrumbs keep their messages and lose their data.
 */
export function scrubEvent<SentryEvent extends Event>(event: SentryEvent): SentryEvent {
  const scrubbed: SentryEvent = { ...event };
  const { request, user, breadcrumbs, contexts, spans, transaction } = event;
  if (request) {
    const { method, url } = request;
    scrubbed.request = { ...(method ? { method } : {}), ...(url ? { url: scrubUrl(url) } : {}) };
  }
  if (user) scrubbed.user = user.id === undefined ? {} : { id: user.id };
  if (transaction) scrubbed.transaction = scrubUrl(transaction);
  if (breadcrumbs) {
    scrubbed.breadcrumbs = breadcrumbs.map((breadcrumb) => {
      const { type, level, category, timestamp, message } = breadcrumb;
      return {
        ...(type ? { type } : {}),
        ...(level ? { level } : {}),
        ...(category ? { category } : {}),
        ...(timestamp ? { timestamp } : {}),
        ...(message ? { message: scrubUrl(message) } : {}),
      };
    });
  }
  if (contexts?.trace?.data) {
    scrubbed.contexts = {
      ...contexts,
      trace: { ...contexts.trace, data: scrubAttributes(contexts.trace.data) },
    };
  }
  if (spans) {
    scrubbed.spans = spans.map((span) => ({
      ...span,
      ...(span.description ? { description: scrubUrl(span.description) } : {}),
      data: scrubAttributes(span.data),
    }));
  }
  return scrubbed;
}

function scrubAttributes<Attributes extends Record<string, unknown>>(attributes: Attributes): Attributes {
  const kept = Object.entries(attributes).filter(([name]) => !PRIVATE_ATTRIBUTE.test(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, typeof value === 'string' ? scrubUrl(value) : value]),
  ) as Attributes;
}

/** Errors that the server has already reported: they reach the browser sanitised or as route responses. */
export function isReportedByServer(hint: EventHint): boolean {
  const error = hint.originalException;
  if (typeof error === 'object' && error !== null && 'status' in error && 'data' in error) return true;
  return error instanceof Error && error.message === 'Unexpected Server Error';
}
