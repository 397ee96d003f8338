const BASE = 'http://here.invalid';

/**
 * Where to go after signing in: a path of this app, never another site's address.
 *
 * @example safeNext('//evil.example') // "/conversations"
 */
export function safeNext(next: unknown, fallback = '/conversations'): string {
  if (typeof next !== 'string' || !next.startsWith('/') || /[\\\p{Cc}]/u.test(next)) return fallback;
  if (!URL.canParse(next, BASE)) return fallback;
  const url = new URL(next, BASE);
  return url.origin === BASE ? url.pathname + url.search + url.hash : fallback;
}
