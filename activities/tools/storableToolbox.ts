import { measureJson } from '../../workflows/domain/outsideJson.ts';
import { storableJson } from '../../workflows/domain/storable.ts';
import type { ToolDescription } from '../../workflows/domain/tool.ts';
import type { Toolbox } from './toolbox.ts';
import { ToolUnavailable } from './toolErrors.ts';

/** A toolbox as the transcript needs it: all that tools and their servers say can be stored, and is of bounded depth. */
export function storableToolbox(toolbox: Toolbox): Toolbox {
  return {
    describe: async (source, options) => (await toolbox.describe(source, options)).map(storableDescription),
    call: async (source, call) => storableJson(await toolbox.call(source, call)),
    runCode: async (blocks, options) => storableJson(await toolbox.runCode(blocks, options)),
    close: () => toolbox.close(),
  };
}

function storableDescription(description: ToolDescription): ToolDescription {
  const refusal = measureJson(description.parameters);
  if (refusal === null) return storableJson(description);
  const why = refusal === 'too_deep' ? 'is nested too deeply' : 'has too many values';
  throw new ToolUnavailable('misconfigured', `The schema of the tool "${description.name}" ${why}`);
}
