import type { ToolSource } from '../../workflows/domain/team.ts';
import type { Machinery, ToolCarrier } from './carrier.ts';
import { http } from './kinds/http.ts';
import { mcpHttp } from './kinds/mcpHttp.ts';
import { mcpStdio } from './kinds/mcpStdio.ts';
import { python } from './kinds/python.ts';

type SourceKind = ToolSource['kind'];

/** The kinds of tools that a worker calls; participants behind tools take their own turns. */
const toolCarriers = {
  python,
  http,
  mcp_stdio: mcpStdio,
  mcp_http: mcpHttp,
} satisfies {
  [Kind in SourceKind]: (machinery: Machinery) => ToolCarrier<Extract<ToolSource, { kind: Kind }>>;
};

/** What carries out the tools of each kind. */
export function openCarriers(machinery: Machinery): { [Kind in SourceKind]: ToolCarrier<ToolSource> } {
  const opened = Object.entries(toolCarriers).map(([kind, open]) => [kind, open(machinery)]);
  // Each kind is registered under its own name, so it gets its own sources; TypeScript can't infer that.
  return Object.fromEntries(opened) as { [Kind in SourceKind]: ToolCarrier<ToolSource> };
}
