import { USER_SOURCE } from '../../../../../../workflows/domain/message.ts';
import type { Participant } from '../../../../../../workflows/domain/team.ts';
import type { Translate } from '../../../../languages/translator.ts';
import {
  type PictureEdge,
  type PictureNode,
  strangerOf,
  strangersOf,
  type TeamPicture,
} from '../../graph/picture.ts';
import type { PatternView } from '../patternView.ts';

export const swarm: PatternView<'swarm'> = {
  make: () => ({ kind: 'swarm' }),
  manager: null,
  drawing: (t) => t('patterns:swarm.drawing'),
  picture: (_pattern, nodes, participants, t) => handoffs(nodes, participants, t),
  stateInWords: ({ handoff, current }, _participants, { t }) => [
    handoff === null ? t('patterns:swarm.state.noHandoff') : t('patterns:swarm.state.handoff', handoff),
    ...(current === null ? [] : [t('patterns:swarm.state.next', { who: current })]),
  ],
};

function handoffs(
  nodes: readonly PictureNode[],
  participants: readonly Participant[],
  t: Translate,
): TeamPicture {
  const edges = participants.flatMap((participant) =>
    participant.kind === 'agent'
      ? participant.handoffs.map(({ target }) => ({
          from: participant.name,
          to: target,
          label: null,
          mark: null,
          isChoice: true,
        }))
      : [],
  );
  return { nodes: [...nodes, ...outsiders(nodes, edges, t)], edges };
}

/** Targets of handoffs that are not participants: usually a person outside the team. */
function outsiders(
  nodes: readonly PictureNode[],
  edges: readonly PictureEdge[],
  t: Translate,
): PictureNode[] {
  return strangersOf(nodes, edges).map((name) =>
    strangerOf(name, t(name === USER_SOURCE ? 'patterns:swarm.asker' : 'patterns:swarm.outsider')),
  );
}
