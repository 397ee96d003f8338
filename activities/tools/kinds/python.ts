import type { PythonTool } from '../../../workflows/domain/tools/kinds/python.ts';
import type { Machinery, ToolCarrier } from '../carrier.ts';

export function python(machinery: Machinery): ToolCarrier<PythonTool> {
  return {
    describe: async (tool, { signal }) => [await machinery.python.describe(tool, signal)],
    call: (tool, call) => machinery.python.call(tool, call),
  };
}
