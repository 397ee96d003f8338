/** SQLSTATEs of classes 08 and 57P, Prisma's connection codes and the socket's own. */
const CODES =
  /^(P1001|P1002|P1008|P1017|P2024|P2037|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[123]|08\w{3})$/;

const MESSAGES =
  /ECONNREFUSED|ECONNRESET|Connection terminated|terminating connection|timeout exceeded when trying to connect|the database system is (starting|shutting)|DatabaseNotReachable|ConnectionClosed|SocketTimeout/i;

/** Whether an error says that the database could not be reached or went away: nothing was wrong with the statement. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return CODES.test(code) || MESSAGES.test(error.message);
}
