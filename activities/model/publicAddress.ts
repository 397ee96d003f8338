import { withoutEnd } from '../../workflows/domain/withoutEnd.ts';

/** An address as people may see it: without a user, a password, a query or a fragment, any of which may be a secret. */
export function publicAddress(url: string): string {
  if (!URL.canParse(url)) return 'an invalid address';
  const { origin, pathname } = new URL(url);
  return `${origin}${withoutEnd(pathname, '/')}`;
}
