// Loaded into the drill's worker and its children before anything else (`node --import`): a restored conversation asks models,
// calls tools and posts webhooks as the real one does, and must reach nobody.
import { Socket } from 'node:net';

/** Besides this machine, the hosts of the drill's own databases. */
const ALLOWED = new Set((process.env['DRILL_HOSTS'] ?? '').split(',').filter((host) => host !== ''));

/** Calls of `connect` come as options, as a port and a host, or as Node's own normalised list of both. */
type Target = { host?: string | null; path?: string | null } | number | string;

function isAllowed(target: Target | [Target], host: unknown): boolean {
  const first = Array.isArray(target) ? target[0] : target;
  if (typeof first === 'string') return true;
  const name = typeof first === 'number' ? host : first.path ? null : first.host;
  if (typeof name !== 'string' || name === '') return true;
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name) || ALLOWED.has(name);
}

const connect = Object.getOwnPropertyDescriptor(Socket.prototype, 'connect')?.value as (
  this: Socket,
  ...args: unknown[]
) => Socket;

Socket.prototype.connect = function connectHere(this: Socket, ...args: unknown[]): Socket {
  if (isAllowed(args[0] as Target, args[1])) return connect.apply(this, args);
  const refusal = Object.assign(new Error('A drill reaches nothing but this machine.'), {
    code: 'ECONNREFUSED',
  });
  process.nextTick(() => this.destroy(refusal));
  return this;
};
