import { modelInfoOf } from '../../domain/modelInfo.ts';
import type {
  AgentParticipant,
  AgentTool,
  CodeExecutorParticipant,
  Handoff,
  MessageFilter,
  Participant,
  PersonParticipant,
  SocietyParticipant,
  StructuredOutput,
} from '../../domain/team.ts';
import { componentOf, type Component } from './component.ts';
import { readContext, readMemories } from './contexts.ts';
import { CODE_EXECUTOR, FILTERED, MAGENTIC_ONE_CODER, PERSON, SOCIETY } from './defaults.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { isJson, readModel } from './models.ts';
import type { Reader } from './reader.ts';
import { from, type Place, type Report } from './report.ts';
import { noteDropped } from './secrets.ts';
import { readTools, readWorkbenches } from './tools.ts';

/** Reads an agent; null: none that could run, which is then a problem of the report. */
export function readAgent(place: Place, reader: Reader): Participant | null {
  const component = componentOf(place, 'agent', reader.report);
  if (component === null) return null;
  const participant = participantOf(component, reader);
  if (participant !== null) component.fields.end();
  return participant;
}

function participantOf(component: Component, reader: Reader): Participant | null {
  const { name, fields, place } = component;
  switch (name) {
    case 'AssistantAgent':
      return readAssistant(fields, reader, {
        description: null,
        systemMessage: fields.textOr('system_message', ''),
      });
    case 'MagenticOneCoderAgent':
      return readCoder(fields, reader);
    case 'MessageFilterAgent':
      return readFiltered(fields, reader);
    case 'UserProxyAgent':
      return readPerson(fields, reader.report);
    case 'CodeExecutorAgent':
      return readCodeExecutor(fields, reader);
    case 'SocietyOfMindAgent':
      return readSociety(fields, reader);
    default:
      reader.report.problems.push({
        path: place.path,
        message: `${name} can't run here`,
        fix: 'Put an AssistantAgent with an MCP server of the same abilities in its place.',
      });
      return null;
  }
}

function readAssistant(
  fields: Fields,
  reader: Reader,
  given: { description: string | null; systemMessage: string },
): AgentParticipant {
  const { report } = reader;
  const description = given.description ?? fields.text('description');
  const model = requiredModel(fields, report);
  const handoffs = (fields.list('handoffs') ?? []).flatMap((place) => readHandoff(place, report) ?? []);
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
  // Every reply is streamed to whoever watches.
  fields.flagOr('model_client_stream', false);
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

/** Its texts are sealed: what a file says of them does not count. */
function readCoder(fields: Fields, reader: Reader): AgentParticipant {
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
  const workbenches = fields.list('workbench') ?? [];
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

function readHandoff(place: Place, report: Report): Handoff | null {
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
  if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(handoff.name) && fields.raw('name') !== undefined) {
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
    name: fields.textOr('content_model_name', 'GeneratedContentModel'),
    schema: isJson(schema?.value) ? schema.value : {},
    formatString: fields.textOr('format_string', null),
  };
  fields.end();
  return from(report, fields.place, output);
}

function readFiltered(fields: Fields, reader: Reader): Participant | null {
  const name = fields.text('name');
  const wrapped = fields.raw('wrapped_agent');
  const filter = readFilter(fields, reader.report);
  if (wrapped === undefined) {
    fields.missing('wrapped_agent');
    return null;
  }
  const agent = readAgent(wrapped, reader);
  if (agent === null) return null;
  if (agent.kind !== 'agent') {
    reader.report.problems.push({
      path: wrapped.path,
      message: 'Only an AssistantAgent can have its messages filtered here',
      fix: 'Put an AssistantAgent into the filter, or take the agent out of it.',
    });
    return null;
  }
  if (agent.name !== name) {
    reader.report.notes.push({
      path: wrapped.path,
      message: `The agent within the filter speaks as ${name}, and not as ${agent.name}`,
    });
  }
  const description = `${agent.description}${FILTERED}`;
  return from(reader.report, fields.place, { ...agent, name, description, filter });
}

function readFilter(fields: Fields, report: Report): MessageFilter {
  const filter = fields.object('filter');
  if (filter === null) {
    fields.missing('filter');
    return { perSource: [] };
  }
  const sources = filter.list('per_source');
  if (sources === null) filter.missing('per_source');
  filter.end();
  const perSource = (sources ?? []).map((place) => {
    const each = fieldsOf(place, report);
    const source = each.text('source');
    const position = each.choiceOr('position', ['first', 'last'], null);
    const count = each.integerOr('count', null);
    each.end();
    // AutoGen takes a count of 0 for none.
    return from(report, place, { source, position, count: count === 0 ? null : count });
  });
  return from(report, filter.place, { perSource });
}

function readPerson(fields: Fields, report: Report): PersonParticipant {
  noteDropped(report, fields, { input_func: 'a person is asked in the inbox' });
  return from(report, fields.place, {
    kind: 'person' as const,
    name: fields.text('name'),
    description: fields.textOr('description', 'A human user'),
    ...PERSON,
  });
}

function readCodeExecutor(fields: Fields, reader: Reader): CodeExecutorParticipant {
  const { report } = reader;
  const place = fields.raw('model_client');
  const model = place === undefined ? ('none' as const) : readModel(place, report);
  const description = model === 'none' ? CODE_EXECUTOR.terminalDescription : CODE_EXECUTOR.agentDescription;
  fields.flagOr('model_client_stream', false);
  return from(report, fields.place, {
    kind: 'code_executor' as const,
    name: fields.text('name'),
    description: fields.textOr('description', description),
    systemMessage: fields.textOr('system_message', ''),
    model,
    context: readContext(fields.raw('model_context'), report),
    sources: fields.texts('sources'),
    maxRetriesOnError: 0,
    supportedLanguages: fields.texts('supported_languages') ?? CODE_EXECUTOR.languages,
    timeoutSeconds: readExecutor(fields, report),
  });
}

/** Whatever runs the code there, it is the sandbox here; its time limit is kept. */
function readExecutor(fields: Fields, report: Report): number {
  const place = fields.raw('code_executor');
  if (place === undefined) fields.missing('code_executor');
  const executor = place === undefined ? null : componentOf(place, 'code executor', report);
  if (executor === null) return 60;
  report.notes.push({
    path: executor.place.path,
    message: `Code runs in the sandbox, as Python only, and not in a ${executor.name}`,
  });
  return executor.fields.numberOr('timeout', 60);
}

function readSociety(fields: Fields, reader: Reader): SocietyParticipant | null {
  const { report } = reader;
  const place = fields.raw('team');
  if (place === undefined) fields.missing('team');
  const model = requiredModel(fields, report);
  const inner = place === undefined ? null : reader.team(place);
  const given = (key: string, otherwise: string) => {
    const value = fields.textOr(key, '');
    return value === '' ? otherwise : value;
  };
  const texts = {
    description: given('description', SOCIETY.description),
    instruction: given('instruction', SOCIETY.instruction),
    responsePrompt: given('response_prompt', SOCIETY.responsePrompt),
  };
  const name = fields.text('name');
  const context = readContext(fields.raw('model_context'), report);
  if (inner === null) return null;
  return from(report, fields.place, {
    kind: 'society' as const,
    name,
    team: inner.config,
    model,
    ...texts,
    context,
  });
}

function requiredModel(fields: Fields, report: Report) {
  const place = fields.raw('model_client');
  if (place === undefined) fields.missing('model_client');
  return place === undefined ? null : readModel(place, report);
}
