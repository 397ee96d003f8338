import { z } from 'zod';
import { inputDeadlines } from '../../../domain/tasks/kinds/giveInput.ts';
import type { PersonParticipant } from '../../../domain/team.ts';
import type { Component } from '../../autogen/component.ts';
import { PERSON } from '../../autogen/defaults.ts';
import type { Reader } from '../../autogen/reader.ts';
import { from } from '../../autogen/report.ts';
import { noteDropped } from '../../autogen/secrets.ts';
import { component, type Writer, type WrittenComponent } from '../../autogen/writer.ts';
import { autogenFinding } from '../../findings/finding.ts';
import { askingSchema } from '../../tasks/asking.ts';
import { choice, object, text } from '../../teamSchema/fields.ts';
import type { ParticipantContract } from '../contract.ts';
import { deadlineSeconds, description, participantName } from '../fields.ts';

const CLASS = 'autogen_agentchat.agents.UserProxyAgent';

export const person: ParticipantContract<'person'> = {
  schema: () =>
    object({
      kind: z.literal('person'),
      name: participantName,
      description,
      prompt: text(10_000),
      deadlineSeconds,
      onDeadline: choice(inputDeadlines),
      asking: askingSchema.optional(),
    }),
  planned: () =>
    z.object({
      kind: z.literal('person'),
      name: z.string(),
      deadlineSeconds: z.number(),
      onDeadline: z.enum(inputDeadlines),
    }),
  isBehindNoTool: true,
  autogen: { classes: { [CLASS]: read }, write },
};

function read({ fields }: Component, { report }: Reader): PersonParticipant {
  noteDropped(report, fields, { input_func: autogenFinding('whyInputFunction') });
  return from(report, fields.place, {
    kind: 'person' as const,
    name: fields.text('name'),
    description: fields.textOr('description', 'A human user'),
    ...PERSON,
  });
}

function write(given: PersonParticipant, path: string, writer: Writer): WrittenComponent {
  const isOwn =
    given.prompt !== PERSON.prompt ||
    given.deadlineSeconds !== PERSON.deadlineSeconds ||
    given.onDeadline !== PERSON.onDeadline ||
    given.asking !== undefined;
  if (isOwn) writer.note(path, autogenFinding('personPrompt'));
  return component(CLASS, 'agent', { name: given.name, description: given.description });
}
