import { describe, expect, test } from '@jest/globals';
import { pathToComeBackTo } from './pathToComeBackTo.ts';

const at = (url: string, init?: RequestInit) => pathToComeBackTo(new Request(url, init));

describe('pathToComeBackTo', () => {
  test('is the page itself', () => {
    expect(at('http://app.test/teams?q=a')).toBe('/teams?q=a');
  });

  test("takes off what Remix's data requests add", () => {
    expect(at('http://app.test/teams.data?_routes=routes%2Fteams&q=a')).toBe('/teams?q=a');
    expect(at('http://app.test/_root.data')).toBe('/');
  });

  test('is the page that held the form, for an action', () => {
    const headers = { referer: 'http://app.test/conversations/1?tab=2' };
    expect(at('http://app.test/theme', { method: 'POST', headers })).toBe('/conversations/1?tab=2');
  });

  test('is of our own even where the form came from elsewhere', () => {
    const headers = { referer: 'http://evil.test//other.test' };
    expect(at('http://app.test/theme', { method: 'POST', headers })).toBe('/conversations');
  });
});
