import type { ToolKind } from '../kind.ts';

/** AutoGen's FunctionTool: a Python function, run in a sandbox. */
export interface PythonTool {
  kind: 'python';
  name: string;
  description: string;
  /** The function as source; the first `def` in it is the tool. */
  source: string;
  /** Statements such as `from typing import List`, run before the source. */
  imports: string[];
}

export const python: ToolKind<PythonTool> = { nameOf: ({ name }) => name, remembers: false };
