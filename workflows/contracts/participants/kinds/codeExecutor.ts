import { z } from 'zod';
import type { CodeExecutorParticipant } from '../../../domain/team.ts';
import { type Component, componentOf } from '../../autogen/component.ts';
import { readContext } from '../../autogen/contexts.ts';
import { CODE_EXECUTOR } from '../../autogen/defaults.ts';
import { writeContext, writeModel } from '../../autogen/exportModels.ts';
import type { Fields } from '../../autogen/fields.ts';
import { readModel } from '../../autogen/models.ts';
import type { Reader } from '../../autogen/reader.ts';
import { from, type Report } from '../../autogen/report.ts';
import { component, type Writer, type WrittenComponent } from '../../autogen/writer.ts';
import { autogenFinding } from '../../findings/finding.ts';
import { integer, list, object, positiveNumber, text } from '../../teamSchema/fields.ts';
import { modelClientSchema } from '../../teamSchema/model.ts';
import { modelContextSchema } from '../../teamSchema/modelContext.ts';
import type { ParticipantContract } from '../contract.ts';
import { description, participantName, prompt } from '../fields.ts';

const CLASS = 'autogen_agentchat.agents.CodeExecutorAgent';

export const codeExecutor: ParticipantContract<'code_executor'> = {
  schema: () =>
    object({
      kind: z.literal('code_executor'),
      name: participantName,
      description,
      systemMessage: prompt,
      model: z.union([modelClientSchema, z.literal('none')]).nullable(),
      context: modelContextSchema,
      sources: list(text(200, 1), 100).nullable(),
      maxRetriesOnError: integer(0, 100),
      supportedLanguages: list(text(50, 1), 50),
      timeoutSeconds: positiveNumber(24 * 60 * 60),
    }),
  planned: () =>
    z.object({
      kind: z.literal('code_executor'),
      name: z.string(),
      writesCode: z.boolean(),
      maxRetriesOnError: z.number().int(),
    }),
  autogen: { classes: { [CLASS]: read }, write },
};

function read({ fields }: Component, reader: Reader): CodeExecutorParticipant {
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
    message: autogenFinding('codeInSandbox', { executor: executor.name }),
  });
  return executor.fields.numberOr('timeout', 60);
}

function write(agent: CodeExecutorParticipant, path: string, writer: Writer): WrittenComponent {
  writer.note(path, autogenFinding('codeOutside'));
  if (agent.maxRetriesOnError > 0) {
    writer.note(`${path}.maxRetriesOnError`, autogenFinding('noRetries'));
  }
  const model = agent.model === 'none' ? null : writeModel(agent.model, `${path}.model`, writer);
  return component(CLASS, 'agent', {
    name: agent.name,
    code_executor: component(
      'autogen_ext.code_executors.local.LocalCommandLineCodeExecutor',
      'code_executor',
      {
        timeout: Math.ceil(agent.timeoutSeconds),
      },
    ),
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
