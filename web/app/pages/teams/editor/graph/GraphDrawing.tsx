import { useDeferredValue, useMemo } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { PictureFigure } from '../../../../views/teams/graph/PictureFigure.tsx';
import { useField, useGoTo } from '../DraftContext.tsx';
import { draftPicture } from './draftPicture.ts';

/** The graph of a team, drawn while it is written. A box or an arrow leads to its fields. */
export function GraphDrawing({ at }: { at: TeamPath }) {
  const { value } = useField(at);
  const { goTo } = useGoTo();
  const team = useDeferredValue(value);
  const { picture, nodePaths, edgePaths, missing } = useMemo(() => draftPicture(team), [team]);
  const opens = {
    node: (id: string) => {
      // What is drawn but has no fields yet is put right among the nodes.
      goTo([...at, 'pattern', ...(nodePaths.get(id) ?? ['nodes'])]);
    },
    edge: (index: number) => goTo([...at, 'pattern', ...(edgePaths[index] ?? ['nodes'])]),
  };
  if (picture.nodes.length === 0) {
    return <p className="text-[0.8125rem] text-ink-muted">It is drawn here once it has a node.</p>;
  }
  return (
    <div className="space-y-2">
      <PictureFigure picture={picture} opens={opens} />
      {missing === null ? null : (
        <p role="status" className="text-[0.8125rem] text-ink-muted">
          {missing}
        </p>
      )}
    </div>
  );
}
