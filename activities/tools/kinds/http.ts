import type { HttpTool } from '../../../workflows/domain/tools/kinds/http.ts';
import type { Machinery, ToolCarrier } from '../carrier.ts';
import { HttpTools } from '../http/httpTool.ts';

export function http({ fetch, secret }: Machinery): ToolCarrier<HttpTool> {
  const tools = new HttpTools({ fetch, secret });
  return {
    describe: (tool) => Promise.resolve([tools.describe(tool)]),
    call: (tool, call) => tools.call(tool, call),
  };
}
