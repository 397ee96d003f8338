import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { patternInWords } from '../patternInWords.ts';

/**
 * What a template is there to show: its pattern, or, where a plain round robin holds a team, the way in which it does.
 *
 * @example templateKind(advisoryBoard.config) // "Society of mind"
 */
export function templateKind({ pattern, participants }: TeamConfig): string {
  const kinds = participants.map(({ kind }) => kind);
  if (pattern.kind === 'round_robin' && kinds.includes('society')) return 'Society of mind';
  if (pattern.kind === 'round_robin' && kinds.includes('team')) return 'Nested team';
  return patternInWords(pattern).name;
}
