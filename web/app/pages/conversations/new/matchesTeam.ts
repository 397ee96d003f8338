import type { TeamConfig } from '../../../../../workflows/domain/team.ts';

/** Whether each word of a search occurs in a team's name, its description or a participant's name. */
export function matchesTeam(
  {
    name,
    description,
    config,
  }: { name: string; description: string; config: Pick<TeamConfig, 'participants'> },
  search: string,
): boolean {
  const text = [name, description, ...config.participants.map((participant) => participant.name)]
    .join('\n')
    .toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
