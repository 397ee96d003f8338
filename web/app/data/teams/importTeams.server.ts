import type { ImportedTeam } from '../../../../workflows/contracts/autogen/importComponent.ts';
import { fault } from '../../languages/fault.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { deriveSubmissionId } from '../submissions/deriveSubmissionId.ts';
import { createTeam } from './createTeam.server.ts';
import { teamNameSchema } from './teamFormSchema.ts';

export interface ImportTeamsOptions {
  userId: string;
  /** From the form: sending it again creates no team twice. */
  submissionId: string;
  /** The teams in the file. */
  teams: readonly ImportedTeam[];
  /** The chosen ones, and their names. */
  chosen: readonly { index: number; name: string }[];
}

export type ImportTeamsResult =
  | { outcome: 'imported'; teamIds: string[] }
  /**
   * Some names were refused: the reasons (languages/fault.ts), by the team's index in the file. The other teams
   * have been created.
   */
  | { outcome: 'refused'; nameErrors: Record<number, string> };

/** Creates the chosen teams of a file. */
export async function importTeams(
  scope: ProjectScope,
  { userId, submissionId, teams, chosen }: ImportTeamsOptions,
): Promise<ImportTeamsResult> {
  const named = chosen.map(({ index, name }) => ({ index, name: teamNameSchema.safeParse(name) }));
  const wrong = named.flatMap(({ index, name }) =>
    name.success ? [] : [[index, name.error.issues[0]?.message ?? fault('common:faults.invalid')] as const],
  );
  if (wrong.length > 0) return { outcome: 'refused', nameErrors: Object.fromEntries(wrong) };
  const nameErrors: Record<number, string> = {};
  const teamIds: string[] = [];
  for (const { index, name } of named) {
    const team = teams[index];
    if (team === undefined || !name.success) continue;
    const teamId = deriveSubmissionId(submissionId, `team-${String(index)}`);
    const { config } = team;
    const note = 'Imported';
    const result = await createTeam(scope, { teamId, userId, name: name.data, note, config });
    if (result.outcome === 'name_taken')
      nameErrors[index] = fault('teams:faults.nameTaken', { name: name.data });
    else if (result.outcome === 'differs') nameErrors[index] = fault('teams:faults.formUsed');
    else teamIds.push(teamId);
  }
  return Object.keys(nameErrors).length > 0
    ? { outcome: 'refused', nameErrors }
    : { outcome: 'imported', teamIds };
}
