import { assertNever } from '../../../../workflows/domain/json.ts';
import type { ModelClient } from '../../../../workflows/domain/model.ts';
import type { ModelContextConfig } from '../../../../workflows/domain/modelContext/config.ts';
import type { AgentTool, Participant } from '../../../../workflows/domain/team.ts';
import { countOf } from '../format/count.ts';

/** What each kind of participant is called. */
export const PARTICIPANT_KINDS: Record<Participant['kind'], string> = {
  agent: 'Agent',
  person: 'Person',
  code_executor: 'Code executor',
  society: 'Society of mind',
  team: 'Team',
};

/** What each kind of tool is called. */
export const TOOL_KINDS: Record<AgentTool['kind'], string> = {
  python: 'Python function',
  http: 'HTTP request',
  mcp_stdio: 'MCP server, started by the worker',
  mcp_http: 'MCP server at an address',
  participant: 'A team or an agent',
};

/** Which model answers; null is the installation's own choice. */
export function modelInWords(model: ModelClient | null): string {
  if (model === null) return 'The default of this installation';
  const parameters = Object.entries(model.parameters).map(
    ([key, value]) => `${key} ${JSON.stringify(value)}`,
  );
  const where = model.baseUrl === null ? [] : [`at ${model.baseUrl}`];
  const secret = model.apiKeySecret === null ? [] : [`key from the secret ${model.apiKeySecret}`];
  return [model.model, ...where, ...secret, ...parameters].join(', ');
}

/** What a tool is called by the model; an MCP server brings the names of its tools itself. */
export function toolName(tool: AgentTool): string {
  switch (tool.kind) {
    case 'python':
    case 'http':
    case 'participant':
      return tool.name;
    case 'mcp_stdio':
      return [tool.command, ...tool.args].join(' ');
    case 'mcp_http':
      return tool.url;
    default:
      return assertNever(tool);
  }
}

/** How much of what an agent has seen its model is shown. */
export function contextInWords(context: ModelContextConfig): string {
  switch (context.kind) {
    case 'unbounded':
      return 'All that it has seen.';
    case 'buffered':
      return `The newest ${countOf(context.size, 'message')}.`;
    case 'head_and_tail':
      return `The first ${countOf(context.head, 'message')} and the last ${context.tail}.`;
    case 'token_limited':
      return context.limit === null
        ? 'As much as the model’s window holds; messages are left out from the middle.'
        : `Up to ${countOf(context.limit, 'token')}; messages are left out from the middle.`;
    case 'summarizing':
      return `The newest ${countOf(context.keep, 'message')}; once there are ${context.summarizeAfter} older ones, a model sums them up.`;
    default:
      return assertNever(context);
  }
}
