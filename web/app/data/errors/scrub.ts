import type { Event, EventHint } from '@sentry/node';

/** Query parameters that open a door: the one-time link's token stands in one. */
const SECRET_QUERY = /([?&](?:token|code|key|secret)=)[^&#\s"]*/gi;

/** Attributes of a span that say who somebody is, or what they sent. */
const PRIVATE_ATTRIBUTE = /header|cookie|query|body|client_ip|client\.address|peer\.|user_agent/i;

/** Takes the values of secret query parameters out of an address. */
export function scrubUrl(text: string): string {
  return text.replace(SECRET_QUERY, '$1[secret]');
}

/**
 * Leaves of an event what is needed to find the fault: no cookie, body, header, e-mail, address or token. Breadcrumbs
 * keep their words and lose their data.
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

/** What the server has reported already: its errors come to the browser as sanitised ones, or as route responses. */
export function isReportedByServer(hint: EventHint): boolean {
  const error = hint.originalException;
  if (typeof error === 'object' && error !== null && 'status' in error && 'data' in error) return true;
  return error instanceof Error && error.message === 'Unexpected Server Error';
}
