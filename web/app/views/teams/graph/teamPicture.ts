import type { Participant, TeamConfig } from '../../../../../workflows/domain/team.ts';
import { PARTICIPANT_KINDS } from '../participantInWords.ts';
import { viewOf } from '../patterns/registry.ts';
import type { PictureNode, TeamPicture } from './picture.ts';

/** What a team's pattern looks like: a ring, a star, handoffs, or the graph itself. */
export function teamPicture({ pattern, participants }: TeamConfig): TeamPicture {
  return viewOf(pattern.kind).picture(pattern, participants.map(nodeOf), participants);
}

function nodeOf(participant: Participant): PictureNode {
  const { name, kind } = participant;
  const inner = kind === 'team' || kind === 'society' ? participant.team.participants : [];
  const who = inner.map((member) => member.name).join(', ');
  return {
    id: name,
    label: name,
    detail: who === '' ? PARTICIPANT_KINDS[kind] : `${PARTICIPANT_KINDS[kind]}: ${who}`,
    kind: 'participant',
    isStart: false,
  };
}
