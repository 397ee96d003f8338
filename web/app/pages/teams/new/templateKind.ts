import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { viewOf } from '../../../views/teams/patterns/registry.ts';

/**
 * What a template is there to show: its pattern, or, where a plain one holds a team, the way in which it does.
 *
 * @example templateKind(advisoryBoard.config) // "Society of mind"
 */
export function templateKind({ pattern, participants }: TeamConfig): string {
  const kinds = participants.map(({ kind }) => kind);
  const { name, isPlain } = viewOf(pattern.kind);
  if (isPlain === true && kinds.includes('society')) return 'Society of mind';
  if (isPlain === true && kinds.includes('team')) return 'Nested team';
  return name;
}
