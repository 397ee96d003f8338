import { z } from 'zod';
import type {
  AgentTool,
  Participant,
  ParticipantKind,
  TeamConfig,
  ToolParticipant,
} from '../../domain/team.ts';
import { toolKindNames } from '../../domain/tools/registry.ts';
import { contractOfParticipant, participantKinds } from '../participants/registry.ts';
import { contractOfTool } from '../tools/registry.ts';
import { ofKinds, unknownKind } from './fields.ts';

/** A participant, given what a team is: teams hold participants and participants teams. */
export function participantSchemaOf(team: z.ZodType<TeamConfig>): z.ZodType<Participant> {
  const ofThese = (kinds: readonly ParticipantKind[]) =>
    ofKinds<Participant>(
      kinds.map((kind) => contractOfParticipant({ kind }).schema({ team, tool })),
      unknownKind(kinds),
    );
  const behindTool = z.lazy(() => ofThese(kindsBehindTools)) as z.ZodType<ToolParticipant>;
  const tool = ofKinds<AgentTool>(
    toolKindNames.map((kind) => contractOfTool({ kind }).schema({ behindTool })),
    unknownKind(toolKindNames),
  );
  return ofThese(participantKinds);
}

const kindsBehindTools = participantKinds.filter(
  (kind) => contractOfParticipant({ kind }).isBehindNoTool !== true,
);
