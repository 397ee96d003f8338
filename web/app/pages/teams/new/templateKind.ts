import type { PatternKind } from '../../../../../workflows/domain/patterns/registry.ts';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { viewOf } from '../../../views/teams/patterns/registry.ts';

/**
 * What a template demonstrates: its pattern or, for a plain one that contains a team, how the team is contained.
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
