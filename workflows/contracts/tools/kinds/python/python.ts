import { z } from 'zod';
import { from } from '../../../autogen/report.ts';
import { component } from '../../../autogen/writer.ts';
import { autogenFinding } from '../../../findings/finding.ts';
import { list, object, text } from '../../../teamSchema/fields.ts';
import { toolName } from '../../../teamSchema/tools.ts';
import type { ToolContract } from '../../contract.ts';
import { CODE_EXECUTION } from './codeExecution.ts';
import { readFunction } from './readFunction.ts';
import { writeFunction } from './writeFunction.ts';

const FUNCTION = 'autogen_core.tools.FunctionTool';

export const python: ToolContract<'python'> = {
  schema: () =>
    object({
      kind: z.literal('python'),
      name: toolName,
      description: text(10_000),
      source: text(200_000, 1),
      imports: list(text(1_000, 1), 100),
    }),
  fieldNames: { source: 'source_code', imports: 'global_imports' },
  autogen: {
    classes: {
      [FUNCTION]: ({ fields }, { report }) => readFunction(fields, report),
      'autogen_ext.tools.code_execution.PythonCodeExecutionTool': ({ fields, place }, { report }) => {
        fields.raw('executor');
        report.notes.push({ path: place.path, message: autogenFinding('codeTool') });
        return from(report, fields.place, {
          ...CODE_EXECUTION,
          description: fields.textOr('description', CODE_EXECUTION.description),
        });
      },
    },
    write: (tool) => component(FUNCTION, 'tool', writeFunction(tool)),
  },
};
