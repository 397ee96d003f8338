import type { ReactNode } from 'react';
import type { Participant, ParticipantKind, TeamConfig } from '../../../../../workflows/domain/team.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import type { Translate } from '../../../languages/translator.ts';

export type ParticipantOf<Kind extends ParticipantKind> = Extract<Participant, { kind: Kind }>;

export interface FactsProps<Kind extends ParticipantKind> {
  participant: ParticipantOf<Kind>;
  /** Shows the team within a participant. */
  innerTeam: (team: TeamConfig) => ReactNode;
}

/** A kind of participant as people see it; its names are in the catalogues (languages/en/participants.ts). */
export interface ParticipantView<Kind extends ParticipantKind> {
  /** The beginning of a new participant's name. */
  stem: string;
  /** The initial JSON: AutoGen's defaults, otherwise texts in the language of the page. */
  make(name: string, t: Translate): ParticipantOf<Kind>;
  /** Any name is allowed, because it never speaks itself. */
  isNamedFreely?: true;
  /** It is not allowed behind a tool. */
  isBehindNoTool?: true;
  /** Its fields in the editor, besides its name and its description. */
  Fields: (props: { path: TeamPath }) => ReactNode;
  /** The facts about it, besides these. */
  Facts: (props: FactsProps<Kind>) => ReactNode;
}
