import { assertNever } from '../../../../workflows/domain/json.ts';
import type { ModelClient } from '../../../../workflows/domain/model.ts';
import type { AgentTool } from '../../../../workflows/domain/team.ts';
import type { Translate } from '../../languages/translator.ts';

/** Which model answers; null is the installation's own choice. */
export function modelInWords(t: Translate, model: ModelClient | null): string {
  if (model === null) return t('teams:model.default');
  const parameters = Object.entries(model.parameters).map(
    ([key, value]) => `${key} ${JSON.stringify(value)}`,
  );
  const where = model.baseUrl === null ? [] : [t('teams:model.at', { address: model.baseUrl })];
  const secret = model.apiKeySecret === null ? [] : [t('teams:model.secret', { name: model.apiKeySecret })];
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
