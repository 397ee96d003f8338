import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, fetch as fetchWith } from 'undici';
import { causesOf } from '../causes.ts';
import { type AddressPolicy, createAddressPolicy, type PrivateNetwork } from './addressPolicy.ts';

/** A request that the operator's rules forbid: no connection was made. Found in the `cause` of fetch's TypeError. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';

  constructor(hostname: string, port: number) {
    super(
      `${hostname}:${port} was not contacted: its address is private or reserved, and the operator has not allowed it`,
    );
  }
}

export interface GuardedFetch {
  /** As `fetch`. Rejects with a TypeError whose `cause` is AddressRefused where the rules forbid an address. */
  fetch: typeof globalThis.fetch;
  /** Ends the connections that are kept open. */
  close(): Promise<void>;
}

export interface GuardOptions {
  allowPrivateNetwork: PrivateNetwork;
  /** How a name becomes addresses; Node's own way unless a test says otherwise. */
  lookup?: LookupFunction;
}

/**
 * A fetch that can't be led into the operator's own network. Each connection is checked when it is made, with the
 * address it is made to: a name that resolves to something else the second time, a redirect, or a number in another
 * notation change nothing.
 */
export function createGuardedFetch({ allowPrivateNetwork, lookup = resolve }: GuardOptions): GuardedFetch {
  const policy = createAddressPolicy(allowPrivateNetwork);
  // A time limit is the caller's: an agent's tool may be slow to answer.
  const agent = new Agent({ connect: guardConnector(policy, lookup), headersTimeout: 0, bodyTimeout: 0 });
  const fetch = (input: unknown, init?: object) =>
    fetchWith(input as Parameters<typeof fetchWith>[0], { ...init, dispatcher: agent });
  return { fetch: fetch as unknown as typeof globalThis.fetch, close: () => agent.destroy() };
}

/** The guard's refusal among the causes of an error, if it is one. */
export function findRefusal(error: unknown): AddressRefused | null {
  return [...causesOf(error)].find((cause) => cause instanceof AddressRefused) ?? null;
}

// Not given as the default itself: its overloads fit no function type.
const resolve: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, options, callback);
};

function guardConnector(policy: AddressPolicy, lookup: LookupFunction): buildConnector.connector {
  const open = buildConnector({ lookup });
  return (options, callback) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    const { hostname } = options;
    if (policy.allowsHost(hostname, port)) {
      open(options, callback);
    } else if (isIP(hostname) !== 0) {
      // No lookup is made for an address.
      if (policy.allowsAddress(hostname)) open(options, callback);
      else callback(new AddressRefused(hostname, port), null);
    } else {
      buildConnector({ lookup: guardLookup(policy, lookup, port) })(options, callback);
    }
  };
}

/** Node connects to what this gives, and to nothing else. */
function guardLookup(policy: AddressPolicy, lookup: LookupFunction, port: number): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) {
        callback(error, [], 0);
        return;
      }
      const addresses = (found as LookupAddress[]).filter(({ address }) => policy.allowsAddress(address));
      const [first] = addresses;
      if (!first) callback(new AddressRefused(hostname, port), [], 0);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
