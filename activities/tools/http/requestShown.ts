import type { Json } from '../../../workflows/domain/json.ts';
import type { AgentTool } from '../../../workflows/domain/team.ts';
import type { HttpTool } from '../../../workflows/domain/tools/kinds/http.ts';
import { nameOfTool } from '../../../workflows/domain/tools/registry.ts';
import { ToolUnavailable } from '../toolErrors.ts';
import { buildRequest, UnfitArguments } from './buildRequest.ts';
import { ArgumentChecker } from './checkArguments.ts';

/**
 * The request of an HTTP tool, as the person who approves the call reads it. Headers are left out, since they may
 * hold secrets.
 */
export interface RequestShown {
  method: HttpTool['method'];
  /** The arguments filled in; without user and password. */
  url: string;
}

/**
 * The request that a call of an agent's tool makes; null if it makes none, or if that is uncertain: a server listed
 * before the tool may offer a tool of the same name, which the call would reach instead.
 */
export function requestShown(
  tools: readonly AgentTool[],
  toolName: string,
  args: Record<string, Json>,
): RequestShown | null {
  const source = tools.find((each) => [null, toolName].includes(nameOfTool(each)));
  if (source?.kind !== 'http') return null;
  try {
    const checked = new ArgumentChecker().check(source.name, source.parameters, args);
    const url = new URL(buildRequest(source, checked).url);
    url.username = '';
    url.password = '';
    return { method: source.method, url: url.href };
  } catch (error) {
    // These make no request: the call fails before it, and its model reads why.
    if (error instanceof UnfitArguments || error instanceof ToolUnavailable || error instanceof TypeError) {
      return null;
    }
    throw error;
  }
}
