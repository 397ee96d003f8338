import type { NextFunction, Request, Response } from 'express';

/** Node takes these, and the standard `Request` that pages are given can't have them. */
const METHODS_OF_NO_PAGE: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK']);

/** What is wrong with a request, for the handler of errors (lastResort.ts). */
class Unaddressed extends Error {
  override readonly name = 'Unaddressed';
  readonly status: 400 | 405;

  constructor(status: 400 | 405) {
    super('No page can be asked for it');
    this.status = status;
  }
}

/**
 * Refuses what no page can be asked for: a method of none, a host or an address that makes no URL. Remix throws at them, and a
 * stranger could have us count and report faults of ours.
 */
export function refuseUnaddressed(request: Request, response: Response, next: NextFunction): void {
  if (METHODS_OF_NO_PAGE.has(request.method)) {
    response.setHeader('allow', 'GET, HEAD, POST');
    next(new Unaddressed(405));
    return;
  }
  next(URL.canParse(addressOf(request)) ? undefined : new Unaddressed(400));
}

/** The address that Remix makes of a request. */
function addressOf(request: Request): string {
  const portOf = (host: string | undefined) => Number.parseInt(host?.split(':')[1] ?? '', 10);
  const port = [portOf(request.get('x-forwarded-host')), portOf(request.get('host'))].find(
    Number.isSafeInteger,
  );
  return `${request.protocol}://${request.hostname}${port ? `:${String(port)}` : ''}${request.originalUrl}`;
}
