import { LRUCache } from 'lru-cache';

/** Counts failed attempts per address. */
export interface FailureLimit {
  /** Seconds that an address has to wait before it may try again; 0: it may now. */
  waitSeconds: (address: string) => number;
  note: (address: string) => void;
}

export interface FailureLimitOptions {
  max?: number;
  windowMs?: number;
  /** The number of addresses remembered at once, so that a flood from many addresses cannot fill the memory. */
  maxAddresses?: number;
  now?: () => number;
}

/**
 * A fixed window per address, counted in this process alone. A token can't be guessed, so the limit only has to save
 * the database's time, and a count shared by all web processes would cost it a write for each failure (decision 37).
 */
export function createFailureLimit({
  max = 30,
  windowMs = 60_000,
  maxAddresses = 10_000,
  now = Date.now,
}: FailureLimitOptions = {}): FailureLimit {
  const failures = new LRUCache<string, number>({
    max: maxAddresses,
    ttl: windowMs,
    ttlResolution: 0,
    noUpdateTTL: true,
    perf: { now },
  });
  return {
    waitSeconds: (address) =>
      (failures.get(address) ?? 0) < max ? 0 : Math.ceil(failures.getRemainingTTL(address) / 1000),
    note: (address) => {
      failures.set(address, (failures.get(address) ?? 0) + 1);
    },
  };
}
