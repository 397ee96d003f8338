/** What stands for every path that is no route. */
export const NO_ROUTE = 'other';

/** The part of a route that Remix's manifest tells of it. */
export interface RouteOfManifest {
  id: string;
  parentId?: string | undefined;
  path?: string | undefined;
}

/**
 * Names paths by their routes, as in `/conversations/:conversationId`: a name has no id in it, and there are as many as
 * there are routes. A path that is no route's is "other"; a route's data (`.data`) goes by the route's name.
 */
export function routeNames(routes: readonly RouteOfManifest[]): (path: string) => string {
  const byId = new Map(routes.map((route) => [route.id, route]));
  const fullPath = ({ path = '', parentId }: RouteOfManifest): string => {
    const parent = parentId === undefined ? undefined : byId.get(parentId);
    return parent === undefined ? path : [fullPath(parent), path].filter((part) => part !== '').join('/');
  };
  const patterns = [...new Set(routes.map(fullPath))]
    .filter((pattern) => pattern !== '*')
    .map((pattern) => ({ name: `/${pattern.replace(/[*]$/, '*')}`, segments: segmentsOf(pattern) }))
    // The more of it is literal, the earlier it is tried: /teams/new before /teams/:teamId.
    .sort((one, other) => rank(other.segments).localeCompare(rank(one.segments)));
  return (given) => {
    const path = given.replace(/[.]data$/, '').replace(/^[/]_root$/, '/');
    const segments = segmentsOf(path);
    return patterns.find((pattern) => matches(pattern.segments, segments))?.name ?? NO_ROUTE;
  };
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function rank(segments: readonly string[]): string {
  return segments.map((segment) => (segment === '*' ? '0' : segment.startsWith(':') ? '1' : '2')).join('');
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.at(-1) === '*') return matches(pattern.slice(0, -1), path.slice(0, pattern.length - 1));
  return (
    pattern.length === path.length &&
    pattern.every((segment, index) => segment.startsWith(':') || segment === path[index])
  );
}
