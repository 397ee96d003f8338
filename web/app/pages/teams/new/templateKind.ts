import type { PatternKind } from '../../../../../workflows/domain/patterns/registry.ts';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { viewOf } from '../../../views/teams/patterns/registry.ts';

/**
 * What a template is there to show: its pattern, or, where a plain one holds a team, the way in which it does.
 *
 * @example templateKind(advisoryBoard.config) // "society"
 */
export function templateKind({ pattern, participants }: TeamConfig): PatternKind | 'society' | 'nested' {
  const kinds = participants.map(({ kind }) => kind);
  const isPlain = viewOf(pattern.kind).isPlain === true;
  if (isPlain && kinds.includes('society')) return 'society';
  if (isPlain && kinds.includes('team')) return 'nested';
  return pattern.kind;
}
