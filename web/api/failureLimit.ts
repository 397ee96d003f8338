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
 * database's time.
 */
export function createFailureLimit({
  max = 30,
  windowMs = 60_000,
  maxAddresses = 10_000,
  now = Date.now,
}: FailureLimitOptions = {}): FailureLimit {
  const windows = new Map<string, { count: number; endsAtMs: number }>();
  const current = (address: string) => {
    const window = windows.get(address);
    if (window === undefined || window.endsAtMs > now()) return window;
    windows.delete(address);
    return undefined;
  };
  return {
    waitSeconds: (address) => {
      const window = current(address);
      return window === undefined || window.count < max ? 0 : Math.ceil((window.endsAtMs - now()) / 1000);
    },
    note: (address) => {
      const window = current(address);
      if (window !== undefined) {
        window.count += 1;
        return;
      }
      const [oldest] = windows.keys();
      if (windows.size >= maxAddresses && oldest !== undefined) windows.delete(oldest);
      windows.set(address, { count: 1, endsAtMs: now() + windowMs });
    },
  };
}
