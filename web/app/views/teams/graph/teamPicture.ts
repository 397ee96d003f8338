import type { Participant, TeamConfig } from '../../../../../workflows/domain/team.ts';
import type { Translate } from '../../../languages/translator.ts';
import { viewOf } from '../patterns/registry.ts';
import type { PictureNode, TeamPicture } from './picture.ts';

/** A team's picture by its pattern: a ring, a star, handoffs, or the graph itself. */
export function teamPicture({ pattern, participants }: TeamConfig, t: Translate): TeamPicture {
  const nodes = participants.map((participant) => nodeOf(participant, t));
  return viewOf(pattern.kind).picture(pattern, nodes, participants, t);
}

function nodeOf(participant: Participant, t: Translate): PictureNode {
  const { name, kind } = participant;
  const inner = kind === 'team' || kind === 'society' ? participant.team.participants : [];
  const what = t(`participants:${kind}.name`);
  const who = inner.map((member) => member.name).join(', ');
  return {
    id: name,
    label: name,
    detail: who === '' ? what : t('teams:drawing.whatAndWho', { what, who }),
    kind: 'participant',
    isStart: false,
  };
}
