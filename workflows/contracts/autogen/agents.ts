import type {
  CodeExecutorParticipant,
  MessageFilter,
  Participant,
  PersonParticipant,
  SocietyParticipant,
} from '../../domain/team.ts';
import { readAssistant, readCoder } from './assistantAgent.ts';
import { type Component, componentOf } from './component.ts';
import { readContext } from './contexts.ts';
import { CODE_EXECUTOR, FILTERED, PERSON, SOCIETY } from './defaults.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { readModel, requiredModel } from './models.ts';
import type { Reader } from './reader.ts';
import { from, type Place, type Report } from './report.ts';
import { noteDropped } from './secrets.ts';

/** Reads an agent; null: none that could run, which is then a problem of the report. */
export function readAgent(place: Place, reader: Reader): Participant | null {
  const component = componentOf(place, 'agent', reader.report);
  if (component === null) return null;
  const participant = participantOf(component, reader);
  if (participant !== null) component.fields.end();
  return participant;
}

function participantOf(component: Component, reader: Reader): Participant | null {
  const { name, fields, place, version } = component;
  switch (name) {
    case 'AssistantAgent':
      return readAssistant(fields, reader, {
        description: null,
        systemMessage: fields.textOr('system_message', ''),
        version,
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
