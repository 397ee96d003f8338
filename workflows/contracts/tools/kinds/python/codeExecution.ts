import type { PythonTool } from '../../../../domain/tools/kinds/python.ts';

/** AutoGen's PythonCodeExecutionTool, as a function that the sandbox runs. */
export const CODE_EXECUTION: PythonTool = {
  kind: 'python',
  name: 'CodeExecutor',
  description: 'Execute Python code blocks.',
  source: `def CodeExecutor(code: Annotated[str, "The contents of the Python code block that should be executed"]) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            exec(code, {"__name__": "__main__"})
        except Exception:
            traceback.print_exc()
    return output.getvalue()
`,
  imports: ['from typing import Annotated', 'import contextlib', 'import io', 'import traceback'],
};
