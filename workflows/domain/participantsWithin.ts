import type { Participant, TeamConfig } from './team.ts';

type Path = (string | number)[];

/** A participant and its place in the outermost team. */
export interface PlacedParticipant {
  path: Path;
  participant: Participant;
}

/** All participants of a team, also in inner teams and behind tools; each comes before those within it. */
export function participantsWithin(
  { participants }: Pick<TeamConfig, 'participants'>,
  at: Path = [],
): PlacedParticipant[] {
  return participants.flatMap((participant, index) =>
    withThoseInside(participant, [...at, 'participants', index]),
  );
}

function withThoseInside(participant: Participant, path: Path): PlacedParticipant[] {
  return [{ path, participant }, ...insideOf(participant, path)];
}

function insideOf(participant: Participant, at: Path): PlacedParticipant[] {
  switch (participant.kind) {
    case 'team':
    case 'society':
      return participantsWithin(participant.team, [...at, 'team']);
    case 'agent':
      return participant.tools.flatMap((tool, index) =>
        tool.kind === 'participant'
          ? withThoseInside(tool.participant, [...at, 'tools', index, 'participant'])
          : [],
      );
    case 'code_executor':
    case 'person':
      return [];
  }
}
