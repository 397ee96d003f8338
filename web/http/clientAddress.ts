import type { Request, RequestHandler } from 'express';
import { isSameSecret } from '../../platform/sameSecret.ts';
import { CLIENT_ADDRESS_HEADER } from '../app/data/accounts/clientAddressHeader.ts';

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
];

/** The front door's proof that a request comes through it, and the address of its client, which it overwrites. */
const FRONT_DOOR_KEY_HEADER = 'x-front-door-key';
const FRONT_DOOR_CLIENT_HEADER = 'x-vercel-forwarded-for';

export interface ClientAddressOptions {
  /** The nearest proxy is trusted (Express knows its address). */
  behindProxy: boolean;
  /** What the front door sends with each request; not set: there is none. */
  frontDoorKey?: string | undefined;
}

/**
 * Passes the client's address to the app. A request that shows the front door's key has the address that the front
 * door says: its own addresses are many and change. Of others Express determines it: a forwarded address counts only
 * behind a trusted proxy. Without such a proxy the client's own forwarding headers are removed, so that no later code
 * can believe them.
 */
export function clientAddress({ behindProxy, frontDoorKey }: ClientAddressOptions): RequestHandler {
  return (request, _response, next) => {
    const throughDoor = frontDoorKey !== undefined && showsKey(request, frontDoorKey);
    const fromDoor = throughDoor ? request.get(FRONT_DOOR_CLIENT_HEADER)?.split(',')[0]?.trim() : undefined;
    if (!behindProxy) for (const name of FORWARDED) delete request.headers[name];
    for (const name of [CLIENT_ADDRESS_HEADER, FRONT_DOOR_KEY_HEADER, FRONT_DOOR_CLIENT_HEADER])
      delete request.headers[name];
    const address = fromDoor ?? request.ip?.replace(/^::ffff:/, '');
    if (address) request.headers[CLIENT_ADDRESS_HEADER] = address;
    next();
  };
}

/**
 * Where a request that clientAddress has seen comes from: what limits of failed attempts are counted by. Express's own
 * `request.ip` would be the front door's, and one stranger's failures would lock everybody out.
 */
export function addressOf(request: Request): string {
  return request.get(CLIENT_ADDRESS_HEADER) ?? request.ip ?? '';
}

function showsKey(request: Request, key: string): boolean {
  return isSameSecret(request.get(FRONT_DOOR_KEY_HEADER) ?? '', key);
}
