import { type ComponentType, createContext, useContext } from 'react';
import { agent, type Participant, type ParticipantKind } from '../../../../../workflows/domain/team.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import type { Translate } from '../../../languages/translator.ts';
import { freshName } from './newParts.ts';

/** The recursive parts of the form: a team holds participants, and a participant can hold a team. */
export interface FormParts {
  /** All sections for the team of the surrounding scope (TeamScope). */
  TeamSections: ComponentType;
  /** All fields of a participant, by its kind. */
  ParticipantFields: ComponentType<{ path: TeamPath; kind: string }>;
  /** The kinds allowed behind a tool, in the order of the list. */
  kindsBehindTools: readonly ParticipantKind[];
  newParticipant: (kind: ParticipantKind, taken: readonly string[], t: Translate) => Participant;
}

const FormPartsContext = createContext<FormParts>({
  kindsBehindTools: [],
  newParticipant: (_kind, taken) => agent({ name: freshName('agent', taken) }),
  TeamSections: () => null,
  ParticipantFields: () => null,
});

export const FormPartsProvider = FormPartsContext.Provider;

/** Passed down by the form instead of imported, to avoid a cycle of imports. */
export function useFormParts(): FormParts {
  return useContext(FormPartsContext);
}
