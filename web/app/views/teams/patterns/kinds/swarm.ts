import { USER_SOURCE } from '../../../../../../workflows/domain/message.ts';
import type { Participant } from '../../../../../../workflows/domain/team.ts';
import {
  strangerOf,
  strangersOf,
  type PictureEdge,
  type PictureNode,
  type TeamPicture,
} from '../../graph/picture.ts';
import type { PatternView } from '../patternView.ts';

export const swarm: PatternView<'swarm'> = {
  make: () => ({ kind: 'swarm' }),
  manager: null,
  drawing: 'Who may hand over to whom',
  picture: (_pattern, nodes, participants) => handoffs(nodes, participants),
};

function handoffs(nodes: readonly PictureNode[], participants: readonly Participant[]): TeamPicture {
  const edges = participants.flatMap((participant) =>
    participant.kind === 'agent'
      ? participant.handoffs.map(({ target }) => ({
          from: participant.name,
          to: target,
          label: null,
          isChoice: true,
        }))
      : [],
  );
  return { nodes: [...nodes, ...outsiders(nodes, edges)], edges };
}

/** Whom somebody hands over to and who takes no part: a person outside, as a rule. */
function outsiders(nodes: readonly PictureNode[], edges: readonly PictureEdge[]): PictureNode[] {
  return strangersOf(nodes, edges).map((name) =>
    strangerOf(name, name === USER_SOURCE ? 'Who gave the task' : 'Outside the team'),
  );
}
