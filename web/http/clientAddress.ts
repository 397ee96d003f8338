import type { RequestHandler } from 'express';
import { CLIENT_ADDRESS_HEADER } from '../app/data/accounts/clientAddressHeader.ts';

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
];

/**
 * Tells the app the client's address as Express knows it: the forwarded one only behind a trusted proxy. Without such a
 * proxy, what a client says about forwarding is taken out, so that nothing further in can believe it.
 */
export function clientAddress({ behindProxy }: { behindProxy: boolean }): RequestHandler {
  return (request, _response, next) => {
    if (!behindProxy) for (const name of FORWARDED) delete request.headers[name];
    delete request.headers[CLIENT_ADDRESS_HEADER];
    const address = request.ip?.replace(/^::ffff:/, '');
    if (address) request.headers[CLIENT_ADDRESS_HEADER] = address;
    next();
  };
}
