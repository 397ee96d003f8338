import type { Participant, TeamConfig } from '../../../../../workflows/domain/team.ts';
import type { TeamPath } from './issuesOf.ts';

/** A participant and where in its outermost team it stands. */
export interface PlacedParticipant {
  path: TeamPath;
  participant: Participant;
}

/** Everybody in a team, in inner teams and behind tools too, each before those within. */
export function participantsWithin({ participants }: TeamConfig, at: TeamPath = []): PlacedParticipant[] {
  return participants.flatMap((participant, index) =>
    withThoseInside(participant, [...at, 'participants', index]),
  );
}

function withThoseInside(participant: Participant, path: TeamPath): PlacedParticipant[] {
  return [{ path, participant }, ...insideOf(participant, path)];
}

function insideOf(participant: Participant, at: TeamPath): PlacedParticipant[] {
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
