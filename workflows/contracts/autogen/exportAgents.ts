import { assertNever } from '../../domain/json.ts';
import type {
  AgentParticipant,
  CodeExecutorParticipant,
  Participant,
  PersonParticipant,
  SocietyParticipant,
} from '../../domain/team.ts';
import { FILTERED, PERSON } from './defaults.ts';
import { writeContext, writeMemory, writeModel } from './exportModels.ts';
import { writeWorkbenches } from './exportTools.ts';
import { component, present, type Writer, type WrittenComponent } from './writer.ts';

const TYPE = 'agent';

export function writeParticipant(participant: Participant, path: string, writer: Writer): WrittenComponent {
  switch (participant.kind) {
    case 'agent':
      return writeAgent(participant, path, writer);
    case 'code_executor':
      return writeCodeExecutor(participant, path, writer);
    case 'society':
      return writeSociety(participant, path, writer);
    case 'person':
      return writePerson(participant, path, writer);
    case 'team': {
      const { name, description } = participant;
      return writer.team({ ...participant.team, name, description }, `${path}.team`);
    }
    default:
      return assertNever(participant);
  }
}

function writeAgent(agent: AgentParticipant, path: string, writer: Writer): WrittenComponent {
  if (agent.review !== null) {
    writer.note(`${path}.review`, 'AutoGen has no reviews: its messages go out unread');
  }
  const { filter } = agent;
  if (filter === null) return writeAssistant(agent, path, writer);
  const description = agent.description.endsWith(FILTERED)
    ? agent.description.slice(0, -FILTERED.length)
    : agent.description;
  return component('MessageFilterAgent', TYPE, {
    name: agent.name,
    wrapped_agent: writeAssistant({ ...agent, description }, path, writer),
    filter: { per_source: filter.perSource.map((each) => present(each)) },
  });
}

function writeAssistant(agent: AgentParticipant, path: string, writer: Writer): WrittenComponent {
  const model = writeModel(agent.model, `${path}.model`, writer);
  const workbenches = writeWorkbenches(agent.tools, `${path}.tools`, writer);
  const version = 2;
  return component(
    'AssistantAgent',
    TYPE,
    {
      name: agent.name,
      model_client: model,
      workbench: workbenches.length === 0 ? null : workbenches,
      handoffs: agent.handoffs.length === 0 ? null : agent.handoffs.map((handoff) => ({ ...handoff })),
      model_context: writeContext(agent.context, model, `${path}.context`, writer),
      memory: agent.memory.length === 0 ? null : agent.memory.map(writeMemory),
      description: agent.description,
      system_message: agent.systemMessage === '' ? null : agent.systemMessage,
      model_client_stream: false,
      reflect_on_tool_use: agent.reflectOnToolUse,
      tool_call_summary_format: agent.toolCallSummaryFormat,
      max_tool_iterations: agent.maxToolIterations,
      structured_message_factory:
        agent.output === null
          ? null
          : component('StructuredMessageFactory', 'structured_message', {
              json_schema: agent.output.schema,
              format_string: agent.output.formatString,
              content_model_name: agent.output.name,
            }),
    },
    version,
  );
}

function writeCodeExecutor(agent: CodeExecutorParticipant, path: string, writer: Writer): WrittenComponent {
  writer.note(path, 'AutoGen runs the code on its own machine, outside of any sandbox');
  if (agent.maxRetriesOnError > 0) {
    writer.note(`${path}.maxRetriesOnError`, 'AutoGen does not load the number of retries: it has none');
  }
  const model = agent.model === 'none' ? null : writeModel(agent.model, `${path}.model`, writer);
  return component('CodeExecutorAgent', TYPE, {
    name: agent.name,
    code_executor: component('LocalCommandLineCodeExecutor', 'code_executor', {
      timeout: Math.ceil(agent.timeoutSeconds),
    }),
    model_client: model,
    description: agent.description,
    sources: agent.sources,
    system_message: agent.systemMessage === '' ? null : agent.systemMessage,
    model_client_stream: false,
    model_context: writeContext(
      agent.context,
      model ?? writeModel(null, `${path}.context`, silent(writer)),
      `${path}.context`,
      writer,
    ),
    supported_languages: agent.supportedLanguages,
  });
}

/** Without a model, a context that counts tokens is given any. */
function silent(writer: Writer): Writer {
  return { ...writer, note: () => undefined };
}

function writeSociety(agent: SocietyParticipant, path: string, writer: Writer): WrittenComponent {
  const model = writeModel(agent.model, `${path}.model`, writer);
  return component('SocietyOfMindAgent', TYPE, {
    name: agent.name,
    team: writer.team(agent.team, `${path}.team`),
    model_client: model,
    description: agent.description,
    instruction: agent.instruction,
    response_prompt: agent.responsePrompt,
    model_context: writeContext(agent.context, model, `${path}.context`, writer),
  });
}

function writePerson(person: PersonParticipant, path: string, writer: Writer): WrittenComponent {
  const isOwn =
    person.prompt !== PERSON.prompt ||
    person.deadlineSeconds !== PERSON.deadlineSeconds ||
    person.onDeadline !== PERSON.onDeadline;
  if (isOwn)
    writer.note(path, 'AutoGen asks every person alike and waits for ever: prompt and deadline are left out');
  return component('UserProxyAgent', TYPE, { name: person.name, description: person.description });
}
