import { LRUCache } from 'lru-cache';

/** Counts failed attempts by address. */
export interface FailureLimit {
  /** How long an address has to wait before it may try again; 0: it may now. */
  waitSeconds: (address: string) => number;
  note: (address: string) => void;
}

export interface FailureLimitOptions {
  max?: number;
  windowMs?: number;
  /** Addresses that are remembered at once: a flood from many may not fill the memory. */
  maxAddresses?: number;
  now?: () => number;
}

/**
 * A fixed window for each address, in this process alone: a token can't be guessed, so all that this has to save is the
 * database's time, and a count that all web processes shared would cost it a write for each failure (decision 37).
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
