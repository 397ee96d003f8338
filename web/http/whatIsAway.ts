/** What the errors of a database that can't be reached are called: by Prisma, by its driver, by the socket. */
const DATABASE_CODES: ReadonlySet<string> = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
]);

const GRPC_DEADLINE_EXCEEDED = 4;
const GRPC_UNAVAILABLE = 14;
const MAX_DEPTH = 5;

/** Which neighbour an error says is not answering; null where it says something else. */
export function whatIsAway(error: unknown): 'database' | 'temporal' | null {
  let current = error;
  for (let depth = 0; depth < MAX_DEPTH && typeof current === 'object' && current !== null; depth += 1) {
    const { code, kind, message, cause } = current as Record<string, unknown>;
    if (code === GRPC_UNAVAILABLE || code === GRPC_DEADLINE_EXCEEDED) return 'temporal';
    if ([code, kind].some((name) => typeof name === 'string' && DATABASE_CODES.has(name))) return 'database';
    if (
      typeof message === 'string' &&
      /Can't reach database server|Connection terminated|timeout exceeded when trying to connect/.test(
        message,
      )
    ) {
      return 'database';
    }
    current = cause;
  }
  return null;
}
