import { SseError } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { codeOf, messageOf } from '../causes.ts';
import { findRefusal } from '../network/guardedFetch.ts';
import { ToolUnavailable } from '../toolErrors.ts';
import { NotDelivered } from './stdioTransport.ts';

/** Errors of a system or a server that a retry does not change. */
const LASTING_CODES = new Set(['ENOENT', 'EACCES', 'ENOEXEC', 'ENOTDIR', 'E2BIG', 'EINVAL']);
const BUSY_STATUSES = new Set([408, 425, 429]);

/** Why there is no connection, and whether there may be one later. */
export function classifyConnectFailure(
  error: unknown,
  about: { name: string; stderr: string; mask: (text: string) => string },
): ToolUnavailable {
  const refusal = findRefusal(error);
  const said = refusal?.message ?? messageOf(error);
  const words = about.mask(`${said}${about.stderr ? `\n${about.stderr}` : ''}`);
  const isLasting = refusal !== null || LASTING_CODES.has(codeOf(error)) || isLastingStatus(error);
  return unusableServer(about.name, isLasting ? 'misconfigured' : 'unreachable', words);
}

/** `words`: why, without secrets. */
export function unusableServer(
  name: string,
  trouble: 'misconfigured' | 'unreachable',
  words: string,
): ToolUnavailable {
  return new ToolUnavailable(trouble, `The MCP server ${name} can't be used: ${words}`, {
    place: { address: name, words },
  });
}

const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a request of an open connection was not carried out: it may be made again. */
export function neverArrived(error: unknown): boolean {
  if (error instanceof NotDelivered) return true;
  // 404: the server has forgotten the session (MCP, Streamable HTTP, "Session Management"); many say 400 or 401.
  return isLastingStatus(error) || NOT_CONNECTED.has(codeOf(error));
}

/** Whether the server has answered, and be it that it refuses: the connection is as good as before. */
export function isAnswer(error: unknown): boolean {
  return error instanceof McpError && error.code !== (ErrorCode.ConnectionClosed as number);
}

/** Whether the server would refuse a new connection too. */
export function isRefused(error: unknown): boolean {
  return isLastingStatus(error);
}

function isLastingStatus(error: unknown): boolean {
  if (!(error instanceof StreamableHTTPError) && !(error instanceof SseError)) return false;
  const status = error.code ?? 0;
  return status >= 400 && status < 500 && !BUSY_STATUSES.has(status);
}
