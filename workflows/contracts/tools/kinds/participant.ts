import { z } from 'zod';
import type { ParticipantTool } from '../../../domain/team.ts';
import type { Component } from '../../autogen/component.ts';
import type { Reader } from '../../autogen/reader.ts';
import { from } from '../../autogen/report.ts';
import { component, type Writer, type WrittenComponent } from '../../autogen/writer.ts';
import { flag, object, text } from '../../teamSchema/fields.ts';
import { toolName } from '../../teamSchema/tools.ts';
import type { ToolContract } from '../contract.ts';

const AGENT = 'autogen_agentchat.tools.AgentTool';
const TEAM = 'autogen_agentchat.tools.TeamTool';

export const participant: ToolContract<'participant'> = {
  schema: ({ behindTool }) =>
    object({
      kind: z.literal('participant'),
      name: toolName,
      description: text(10_000),
      participant: behindTool,
      returnsLastOnly: flag(),
    }),
  autogen: {
    classes: {
      [AGENT]: (part, reader) => read('agent', part, reader),
      [TEAM]: (part, reader) => read('team', part, reader),
    },
    write,
    // An AgentTool is named as its agent is.
    renamed: ({ participant: who, name, description }) =>
      who.kind === 'team' || (who.name === name && who.description === description)
        ? null
        : { [who.name]: { name, description } },
  },
};

function read(
  key: 'agent' | 'team',
  { fields }: Pick<Component, 'fields'>,
  reader: Reader,
): ParticipantTool | null {
  const place = fields.raw(key);
  if (place === undefined) fields.missing(key);
  const returnsLastOnly = fields.flagOr('return_value_as_last_message', false);
  const who = place === undefined ? null : reader.behindTool(place);
  const name = key === 'team' ? fields.text('name') : who?.name;
  const description = key === 'team' ? fields.text('description') : who?.description;
  fields.end();
  if (who === null || name === undefined || description === undefined) return null;
  return from(reader.report, fields.place, {
    kind: 'participant' as const,
    name,
    description,
    participant: who,
    returnsLastOnly,
  });
}

function write(tool: ParticipantTool, path: string, writer: Writer): WrittenComponent {
  const { participant: who, name, description, returnsLastOnly } = tool;
  const inside = writer.participant(who, `${path}.participant`);
  const last = { return_value_as_last_message: returnsLastOnly };
  return who.kind === 'team'
    ? component(TEAM, 'tool', { name, description, team: inside, ...last })
    : component(AGENT, 'tool', { agent: inside, ...last });
}
