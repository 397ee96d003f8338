import { modelInfoOf } from '../../../../domain/modelInfo.ts';
import type { AgentParticipant, AgentTool, Handoff } from '../../../../domain/team.ts';
import { nameOfTool } from '../../../../domain/tools/registry.ts';
import { readContext } from '../../../autogen/contexts.ts';
import { MAGENTIC_ONE_CODER } from '../../../autogen/defaults.ts';
import type { Fields } from '../../../autogen/fields.ts';
import { requiredModel } from '../../../autogen/models.ts';
import type { Reader } from '../../../autogen/reader.ts';
import { from, isRecord, type Place } from '../../../autogen/report.ts';
import { noteDropped } from '../../../autogen/secrets.ts';
import { readTools, readWorkbenches } from '../../../autogen/tools.ts';
import { autogenFinding } from '../../../findings/finding.ts';
import { readMemories } from '../../../memories/registry.ts';
import { readHandoff } from './handoff.ts';
import { readOutput } from './structuredOutput.ts';

/** Reads an AssistantAgent, or one whose texts are given. */
export function readAssistant(
  fields: Fields,
  reader: Reader,
  given: { description: string | null; systemMessage: string; version?: number | null },
): AgentParticipant {
  const { report } = reader;
  const description = given.description ?? fields.text('description');
  const model = requiredModel(fields, report);
  const handoffs = (fields.list('handoffs') ?? []).flatMap(
    (place) => readHandoff(place, report, given.version === 1) ?? [],
  );
  const tools = readAgentTools(fields, reader, handoffs);
  if (tools.fromField > 0 && model !== null && !modelInfoOf(model, model.model).functionCalling) {
    report.problems.push({
      path: `${fields.place.path}.tools`,
      message: autogenFinding('noFunctions', { model: model.model }),
      fix: autogenFinding('fixFunctions'),
    });
  }
  const { reflectOnToolUse, toolCallSummaryFormat } =
    given.description === null ? summary(fields) : CODER_SUMMARY;
  fields.notNull('model_client_stream', 'max_tool_iterations');
  // Every reply is streamed to those who watch.
  fields.flagOr('model_client_stream', false);
  const metadata = fields.object('metadata');
  if (metadata !== null && isRecord(metadata.place.value)) {
    for (const key of Object.keys(metadata.place.value)) metadata.text(key);
  }
  noteDropped(report, fields, { metadata: autogenFinding('whyAgentMetadata') });
  return from(report, fields.place, {
    kind: 'agent' as const,
    name: fields.text('name'),
    description,
    systemMessage: given.systemMessage,
    model,
    tools: tools.all,
    handoffs,
    context: readContext(fields.raw('model_context'), report),
    memory: readMemories(fields.list('memory') ?? [], report),
    maxToolIterations: fields.integerOr('max_tool_iterations', 1),
    reflectOnToolUse,
    toolCallSummaryFormat,
    output: readOutput(fields.raw('structured_message_factory'), report),
    filter: null,
    review: null,
  });
}

const CODER_SUMMARY = { reflectOnToolUse: false, toolCallSummaryFormat: '{result}' };

function summary(fields: Fields) {
  return {
    reflectOnToolUse: fields.flag('reflect_on_tool_use'),
    toolCallSummaryFormat: fields.text('tool_call_summary_format'),
  };
}

/** Reads a MagenticOneCoderAgent: its texts are sealed, what a file says of them does not count. */
export function readCoder(fields: Fields, reader: Reader): AgentParticipant {
  for (const sealed of ['description', 'system_message', 'reflect_on_tool_use', 'tool_call_summary_format']) {
    fields.raw(sealed);
  }
  return readAssistant(fields, reader, MAGENTIC_ONE_CODER);
}

function readAgentTools(
  fields: Fields,
  reader: Reader,
  handoffs: readonly Handoff[],
): { all: AgentTool[]; fromField: number } {
  const { report } = reader;
  const places = fields.list('tools') ?? [];
  const workbenches = workbenchesOf(fields);
  if (places.length > 0 && workbenches.length > 0) {
    report.problems.push({
      path: `${fields.place.path}.tools`,
      message: autogenFinding('toolsAndWorkbench'),
      fix: autogenFinding('fixWorkbench'),
    });
  }
  const tools = readTools(places, reader);
  for (const tool of tools) {
    const name = nameOfTool(tool);
    if (name === null || !handoffs.some(({ target }) => target === name)) continue;
    report.problems.push({
      path: `${fields.place.path}.handoffs`,
      message: autogenFinding('toolAndHandoff', { name }),
      fix: autogenFinding('fixToolName'),
    });
  }
  return { all: [...tools, ...readWorkbenches(workbenches, reader)], fromField: tools.length };
}

/** Before AutoGen 0.6 an agent had one workbench, which was no list. */
function workbenchesOf(fields: Fields): Place[] {
  const only = fields.raw('workbench');
  return only !== undefined && isRecord(only.value) ? [only] : (fields.list('workbench') ?? []);
}
