import type { AgentTool } from '../../domain/team.ts';
import { autogenFinding } from '../findings/finding.ts';
import type { ServerOverrides } from '../tools/contract.ts';
import { serverParams } from '../tools/registry.ts';
import type { Fields } from './fields.ts';
import type { Report } from './report.ts';

/** Reads how an MCP server is reached; null: not at all, which is then a problem of the report. */
export function readMcpServer(
  fields: Fields,
  overrides: ServerOverrides,
  report: Report,
  defaultType: string | null = null,
): AgentTool | null {
  const type = fields.textOr('type', defaultType);
  if (type === null) {
    fields.missing('type');
    return null;
  }
  const read = Object.hasOwn(serverParams, type) ? serverParams[type] : undefined;
  if (read !== undefined) return read(fields, overrides, report);
  report.problems.push({
    path: `${fields.place.path}.type`,
    message: autogenFinding('serverType', { type }),
    fix: autogenFinding('fixServerType', { types: Object.keys(serverParams).join(', ') }),
  });
  return null;
}
