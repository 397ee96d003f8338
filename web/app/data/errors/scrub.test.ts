import { describe, expect, test } from '@jest/globals';
import { isReportedByServer, scrubEvent, scrubUrl } from './scrub.ts';

describe('scrubEvent', () => {
  test('keeps method and address of a request, and nothing that says who', () => {
    const event = scrubEvent({
      request: {
        method: 'POST',
        url: 'http://app.test/setup?token=abc&x=1',
        headers: { cookie: 'c', authorization: 'a' },
        cookies: { session: 's' },
        data: { password: 'p' },
        query_string: 'token=abc',
      },
      user: { id: '7', email: 'ada@example.org', ip_address: '1.2.3.4' },
      breadcrumbs: [{ category: 'fetch', message: 'GET /setup?token=abc', data: { body: 'secret' } }],
      contexts: {
        trace: { trace_id: 't', span_id: 's', data: { 'http.query': 'token=abc', 'http.status_code': 500 } },
      },
    });
    expect(event.request).toEqual({ method: 'POST', url: 'http://app.test/setup?token=[secret]&x=1' });
    expect(event.user).toEqual({ id: '7' });
    expect(event.contexts?.trace?.data).toEqual({ 'http.status_code': 500 });
    expect(JSON.stringify(event)).not.toMatch(/abc|ada@|1\.2\.3\.4|secret"|"p"/);
  });

  test('changes nothing of the event that it was given', () => {
    const event = { user: { id: '7', email: 'ada@example.org' } };
    scrubEvent(event);
    expect(event.user.email).toBe('ada@example.org');
  });
});

test('scrubUrl takes out what opens a door', () => {
  expect(scrubUrl('/setup?a=1&token=xyz#b')).toBe('/setup?a=1&token=[secret]#b');
});

test('isReportedByServer knows what the server has said already', () => {
  expect(isReportedByServer({ originalException: new Error('Unexpected Server Error') })).toBe(true);
  expect(isReportedByServer({ originalException: { status: 404, data: '' } })).toBe(true);
  expect(isReportedByServer({ originalException: new TypeError('x is not a function') })).toBe(false);
});
