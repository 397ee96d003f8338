import { segmentNames } from './conversation/scope.ts';
import { type Participant, team as teamOf, type TeamConfig, type ToolParticipant } from './team.ts';
import type { Watched } from './terminations/kind.ts';
import { watchedOf } from './terminations/watched.ts';
import { participantsBehind } from './tools/behindTool.ts';

/** The teams on the way to a scope (see conversation/scope.ts): the conversation's own first, the scope's own last. */
export function configPath(team: TeamConfig, scope: string): TeamConfig[] {
  const path = [team];
  if (scope === '') return path;
  for (const segment of scope.split('/')) path.push(innerConfig(path.at(-1) ?? team, segment));
  return path;
}

/** The team of a scope. */
export function configAt(team: TeamConfig, scope: string): TeamConfig {
  return configPath(team, scope).at(-1) ?? team;
}

/** What has to be known about a message in a scope: outer teams see the messages of their inner teams. */
export function watchedAt(team: TeamConfig, scope: string): Watched {
  const watched = configPath(team, scope).map(({ termination, pattern }) => watchedOf(termination, pattern));
  const all = (key: keyof Watched) => [...new Set(watched.flatMap((each) => each[key]))];
  return { texts: all('texts'), expressions: all('expressions'), functions: all('functions') };
}

/** The team behind a tool: a single participant is a team of one. */
export function teamBehindTool(participant: ToolParticipant): TeamConfig {
  if (participant.kind === 'team') return participant.team;
  return teamOf({ participants: [participant], pattern: { kind: 'single_agent' } });
}

function innerConfig(team: TeamConfig, segment: string): TeamConfig {
  const names = segmentNames(segment);
  const participant = team.participants.find((each) => each.name === names.participant);
  const inner = participant === undefined ? undefined : behind(participant, names.tool);
  if (inner === undefined) throw new Error(`There is no inner team ${segment}`);
  return inner;
}

function behind(participant: Participant, toolName: string | null): TeamConfig | undefined {
  if (toolName === null) {
    return participant.kind === 'team' || participant.kind === 'society' ? participant.team : undefined;
  }
  if (participant.kind !== 'agent') return undefined;
  const tool = participantsBehind(participant.tools).find(({ name }) => name === toolName);
  return tool === undefined ? undefined : teamBehindTool(tool.participant);
}
