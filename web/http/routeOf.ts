import type { Request } from 'express';

/**
 * The name of the route that has taken a request. The API's routes are Express's own; all others are Remix's, behind one that takes
 * everything, and `nameOf` names them.
 */
export async function routeOf(
  request: Request,
  path: string,
  nameOf: (path: string) => Promise<string>,
): Promise<string> {
  const taken = (request.route as { path?: unknown } | undefined)?.path;
  if (path.startsWith('/api/v1')) return typeof taken === 'string' ? `/api/v1${taken}` : '/api/v1/*';
  return nameOf(path).catch(() => 'other');
}
