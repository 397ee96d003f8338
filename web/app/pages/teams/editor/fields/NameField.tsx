import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useParticipantNames } from '../DraftContext.tsx';
import { TextField } from './TextField.tsx';

export type NameFieldProps = { path: TeamPath; label: string; placeholder?: string; nullable?: boolean };

/** A participant, or `user`. */
export function NameField(props: NameFieldProps) {
  const names = [...useParticipantNames(), 'user'];
  return <TextField {...props} suggestions={names} mono />;
}
