import type { Json } from '../../../workflows/domain/json.ts';
import type { HttpTool, ToolSource } from '../../../workflows/domain/tool.ts';
import { ToolUnavailable } from '../toolErrors.ts';
import { buildRequest, UnfitArguments } from './buildRequest.ts';
import { ArgumentChecker } from './checkArguments.ts';

/** What an HTTP tool would ask for, as whoever allows the call reads it. Headers, which may hold secrets, are left out. */
export interface RequestShown {
  method: HttpTool['method'];
  /** The arguments filled in; without user and password. */
  url: string;
}

/**
 * The request that a call of an agent's tool makes; null: it makes none, or it is not sure that it does. A server that
 * stands before the tool may offer one of the same name, which a call would reach in its place.
 */
export function requestShown(
  sources: readonly (ToolSource | { kind: 'participant'; name: string })[],
  toolName: string,
  args: Record<string, Json>,
): RequestShown | null {
  const source = sources.find(
    (each) => each.kind === 'mcp_stdio' || each.kind === 'mcp_http' || each.name === toolName,
  );
  if (source?.kind !== 'http') return null;
  try {
    const checked = new ArgumentChecker().check(source.name, source.parameters, args);
    const url = new URL(buildRequest(source, checked).url);
    url.username = '';
    url.password = '';
    return { method: source.method, url: url.href };
  } catch (error) {
    // No request comes of these: the call fails before it is made, and its model reads why.
    if (error instanceof UnfitArguments || error instanceof ToolUnavailable || error instanceof TypeError) {
      return null;
    }
    throw error;
  }
}
