import type { Participant, ParticipantTool, TeamConfig } from '../../domain/team.ts';
import type { Place, Report } from './report.ts';

/** Readers of nested parts: a team's participants, a participant's team, the team behind a tool. */
export interface Reader {
  report: Report;
  team(place: Place): NamedTeam | null;
  participant(place: Place): Participant | null;
  /** The participant behind a tool, if it is allowed there. */
  behindTool(place: Place): ParticipantTool['participant'] | null;
}

/** A team and the name under which it takes part in another one. */
export interface NamedTeam {
  name: string;
  config: TeamConfig;
}
