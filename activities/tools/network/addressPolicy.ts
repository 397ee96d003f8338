import ipaddr from 'ipaddr.js';

/**
 * What of the network outside of the public internet may be reached: nothing, all, or what is listed, each as
 * `host:port` (`localhost:8080`, `[::1]:8080`), an address or a range (`10.2.0.0/16`).
 */
export type PrivateNetwork = boolean | readonly string[];

/** Which addresses a connection may go to. */
export interface AddressPolicy {
  /** Whether this name at this port is listed, whatever it resolves to. */
  allowsHost(hostname: string, port: number): boolean;
  /** Whether a connection may go to this address. */
  allowsAddress(address: string): boolean;
}

/** Public addresses that belong to the machine's own network: Azure's metadata service and DNS. */
const CLOUD_INTERNAL = new Set(['168.63.129.16']);

/** All assigned IPv6 addresses (RFC 4291, 2.4). Other forms can mean an IPv4 address, such as `::7f00:1`. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** Throws a TypeError that names an entry it can't read. */
export function createAddressPolicy(allow: PrivateNetwork): AddressPolicy {
  if (allow === true) return { allowsHost: () => true, allowsAddress: () => true };
  const hosts = new Set<string>();
  const ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  for (const entry of allow === false ? [] : allow) {
    const range = readRange(entry);
    if (range) ranges.push(range);
    else hosts.add(readHost(entry));
  }
  return {
    allowsHost: (hostname, port) => hosts.has(hostKey(hostname, port)),
    allowsAddress: (address) => {
      if (!ipaddr.isValid(address)) return false;
      const parsed = ipaddr.process(address);
      if (ranges.some(([range, bits]) => isWithin(parsed, range, bits))) return true;
      return isPublic(parsed);
    },
  };
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.kind() === 'ipv6' && !isWithin(address, ...GLOBAL_IPV6)) return false;
  return address.range() === 'unicast' && !CLOUD_INTERNAL.has(address.toString());
}

function readRange(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
  // "1" is an address to some parsers; four parts or colons make it one for us.
  if (!ipaddr.IPv4.isValidFourPartDecimal(entry) && !ipaddr.IPv6.isValid(entry)) return null;
  const address = ipaddr.parse(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function readHost(entry: string): string {
  const [, hostname, port] = /^(\[[^\]]+\]|[^:/\s]+):(\d{1,5})$/.exec(entry) ?? [];
  if (!hostname || !port) {
    throw new TypeError(`"${entry}" is neither host:port, nor an address, nor a range such as 10.0.0.0/8`);
  }
  return hostKey(hostname, Number(port));
}

function hostKey(hostname: string, port: number): string {
  return `${hostname.toLowerCase().replace(/^\[|\]$/g, '')} ${port}`;
}

function isWithin(
  address: ipaddr.IPv4 | ipaddr.IPv6,
  range: ipaddr.IPv4 | ipaddr.IPv6,
  bits: number,
): boolean {
  return address.kind() === range.kind() && address.match(range, bits);
}
