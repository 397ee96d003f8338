import { z } from 'zod';
import type { SocietyParticipant } from '../../../domain/team.ts';
import type { Component } from '../../autogen/component.ts';
import { readContext } from '../../autogen/contexts.ts';
import { SOCIETY } from '../../autogen/defaults.ts';
import { writeContext, writeModel } from '../../autogen/exportModels.ts';
import { requiredModel } from '../../autogen/models.ts';
import type { Reader } from '../../autogen/reader.ts';
import { from } from '../../autogen/report.ts';
import { component, type Writer, type WrittenComponent } from '../../autogen/writer.ts';
import { object } from '../../teamSchema/fields.ts';
import { modelClientSchema } from '../../teamSchema/model.ts';
import { modelContextSchema } from '../../teamSchema/modelContext.ts';
import type { ParticipantContract } from '../contract.ts';
import { description, participantName, prompt } from '../fields.ts';

const CLASS = 'autogen_agentchat.agents.SocietyOfMindAgent';

export const society: ParticipantContract<'society'> = {
  schema: ({ team }) =>
    object({
      kind: z.literal('society'),
      name: participantName,
      description,
      team,
      model: modelClientSchema.nullable(),
      instruction: prompt,
      responsePrompt: prompt,
      context: modelContextSchema,
    }),
  planned: (plan) => z.object({ kind: z.literal('society'), name: z.string(), team: plan }),
  autogen: { classes: { [CLASS]: read }, write },
};

function read({ fields }: Component, reader: Reader): SocietyParticipant | null {
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

function write(agent: SocietyParticipant, path: string, writer: Writer): WrittenComponent {
  const model = writeModel(agent.model, `${path}.model`, writer);
  return component(CLASS, 'agent', {
    name: agent.name,
    team: writer.team(agent.team, `${path}.team`),
    model_client: model,
    description: agent.description,
    instruction: agent.instruction,
    response_prompt: agent.responsePrompt,
    model_context: writeContext(agent.context, model, `${path}.context`, writer),
  });
}
