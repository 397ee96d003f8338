import { type ComponentType, createContext, useContext } from 'react';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';

/** The parts of the form that stand in themselves: a team holds participants, and a participant a team. */
export interface FormParts {
  /** All of the team of the scope around it (TeamScope). */
  TeamSections: ComponentType;
  /** All of a participant, by its kind. */
  ParticipantFields: ComponentType<{ path: TeamPath; kind: string }>;
}

const FormPartsContext = createContext<FormParts>({
  TeamSections: () => null,
  ParticipantFields: () => null,
});

export const FormPartsProvider = FormPartsContext.Provider;

/** Handed down by the form, not imported: modules that import each other in a ring can't be told apart. */
export function useFormParts(): FormParts {
  return useContext(FormPartsContext);
}
