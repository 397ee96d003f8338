import type { TeamConfig } from '../../domain/team.ts';
import { autogenFinding } from '../findings/finding.ts';
import { contractOfParticipant } from '../participants/registry.ts';
import { AUTOGEN_TEAMS, contractOf } from '../patterns/registry.ts';
import { writeContext, writeModel } from './exportModels.ts';
import { writeTermination } from './exportTerminations.ts';
import { component, type ExportNote, type Writer, type WrittenComponent } from './writer.ts';

/** What is written for a pattern that AutoGen has none like. */
const IN_ITS_STEAD = { component: 'RoundRobinGroupChat', hasNoEvents: false, write: () => ({}) };

export interface Exported {
  /** What AutoGen 0.7.5 loads. */
  component: WrittenComponent;
  /** What AutoGen has no place for, one line each; paths are those of the team. */
  notes: ExportNote[];
}

/**
 * Writes a team as AutoGen's component JSON; a team of one as the agent alone. Keys are never included. AutoGen has
 * no default model: if a team names none, the deployment’s is written.
 */
export function exportComponent(team: TeamConfig, defaultModel: string): Exported {
  const notes: ExportNote[] = [];
  const writer: Writer = {
    defaultModel,
    note: (path, message) => notes.push({ path, message }),
    team: (inner, path) => writeTeam(inner, path, writer),
    participant: (participant, path) =>
      contractOfParticipant(participant).autogen.write(participant, path, writer),
  };
  return { component: writeTeam(team, '$', writer), notes };
}

function writeTeam(team: TeamConfig, path: string, writer: Writer): WrittenComponent {
  team.toolPolicies.forEach(({ tool }, index) => {
    writer.note(`${path}.toolPolicies[${String(index)}]`, autogenFinding('toolPolicy', { tool }));
  });
  const termination =
    team.termination === null ? null : writeTermination(team.termination, `${path}.termination`, writer);
  const participants = team.participants.map((participant, index) =>
    writer.participant(participant, `${path}.participants[${String(index)}]`),
  );
  const { autogen } = contractOf(team.pattern);
  const [alone] = participants;
  if (autogen.component === 'agent' && alone !== undefined) {
    if (team.termination !== null || team.maxTurns !== null) {
      writer.note(path, autogenFinding('aloneEnds'));
    }
    return alone;
  }
  if (autogen.component === null) writer.note(`${path}.pattern`, autogen.note);
  const mapping = 'write' in autogen ? autogen : IN_ITS_STEAD;
  const { component: name, hasNoEvents } = mapping;
  if (hasNoEvents === true && team.emitTeamEvents) {
    writer.note(`${path}.emitTeamEvents`, autogenFinding('noTeamEvents', { name }));
  }
  return component(`${AUTOGEN_TEAMS}.${name}`, 'team', {
    name: team.name,
    description: team.description,
    participants,
    termination_condition: termination,
    max_turns: team.maxTurns,
    ...(hasNoEvents === true ? {} : { emit_team_events: team.emitTeamEvents }),
    ...mapping.write(team.pattern, `${path}.pattern`, {
      note: (at, message) => {
        writer.note(at, message);
      },
      model: (client, at) => writeModel(client, at, writer),
      context: (context, model, at) => writeContext(context, model, at, writer),
    }),
  });
}
