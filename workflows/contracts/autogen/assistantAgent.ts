import { modelInfoOf } from '../../domain/modelInfo.ts';
import { IDENTIFIER } from '../../domain/names/identifier.ts';
import type { AgentParticipant, AgentTool, Handoff, StructuredOutput } from '../../domain/team.ts';
import { componentOf } from './component.ts';
import { readContext, readMemories } from './contexts.ts';
import { MAGENTIC_ONE_CODER } from './defaults.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { isJson } from './modelFields.ts';
import { requiredModel } from './models.ts';
import type { Reader } from './reader.ts';
import { from, isRecord, type Place, type Report } from './report.ts';
import { noteDropped } from './secrets.ts';
import { readTools, readWorkbenches } from './tools.ts';

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
      message: `${model.model} can't call functions`,
      fix: 'Choose another model, or leave the tools out.',
    });
  }
  const { reflectOnToolUse, toolCallSummaryFormat } =
    given.description === null ? summary(fields) : CODER_SUMMARY;
  fields.notNull('model_client_stream', 'max_tool_iterations');
  // Every reply is streamed to whoever watches.
  fields.flagOr('model_client_stream', false);
  const metadata = fields.object('metadata');
  if (metadata !== null && isRecord(metadata.place.value)) {
    for (const key of Object.keys(metadata.place.value)) metadata.text(key);
  }
  noteDropped(report, fields, { metadata: 'an agent has no metadata here' });
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
      message: 'An agent has either tools or a workbench',
      fix: 'Put the tools into the workbench.',
    });
  }
  const tools = readTools(places, reader);
  for (const tool of tools) {
    if (!('name' in tool) || !handoffs.some(({ target }) => target === tool.name)) continue;
    report.problems.push({
      path: `${fields.place.path}.handoffs`,
      message: `A tool is named ${tool.name}, as the target of a handoff is`,
      fix: 'Rename the tool.',
    });
  }
  return { all: [...tools, ...readWorkbenches(workbenches, reader)], fromField: tools.length };
}

/** Before AutoGen 0.6 an agent had one workbench, which was no list. */
function workbenchesOf(fields: Fields): Place[] {
  const only = fields.raw('workbench');
  return only !== undefined && isRecord(only.value) ? [only] : (fields.list('workbench') ?? []);
}

/** `mayBeText`: of its first version's files, AutoGen took a name alone. */
function readHandoff(place: Place, report: Report, mayBeText: boolean): Handoff | null {
  if (typeof place.value === 'string' && mayBeText) {
    return readHandoff({ ...place, value: { target: place.value } }, report, false);
  }
  if (typeof place.value === 'string') {
    report.problems.push({
      path: place.path,
      message: 'Is a text, which AutoGen 0.7.5 can’t load from a file',
      fix: `Write {"target": ${JSON.stringify(place.value)}}.`,
    });
    return null;
  }
  const fields = fieldsOf(place, report);
  const target = fields.text('target');
  const given = (key: string, otherwise: string) => {
    const value = fields.textOr(key, '');
    return value === '' ? otherwise : value;
  };
  const handoff = {
    target,
    description: given('description', `Handoff to ${target}.`),
    name: given('name', `transfer_to_${target}`.toLowerCase()),
    message: given('message', `Transferred to ${target}, adopting the role of ${target} immediately.`),
  };
  if (!IDENTIFIER.test(handoff.name) && fields.raw('name') !== undefined) {
    report.problems.push({
      path: `${place.path}.name`,
      message: `${handoff.name} is no name for a tool`,
      fix: 'Use letters, digits and _ only, and begin with a letter.',
    });
  }
  fields.end();
  return from(report, place, handoff);
}

function readOutput(place: Place | undefined, report: Report): StructuredOutput | null {
  const component = place === undefined ? null : componentOf(place, 'structured message', report);
  if (component === null) return null;
  const { fields } = component;
  const schema = fields.raw('json_schema');
  if (schema === undefined) fields.missing('json_schema');
  const output = {
    name: fields.text('content_model_name'),
    schema: isJson(schema?.value) ? schema.value : {},
    formatString: fields.textOr('format_string', null),
  };
  fields.end();
  return from(report, fields.place, output);
}
