import { useDeferredValue, useMemo } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useWords } from '../../../../views/format/useWords.ts';
import { PictureFigure } from '../../../../views/teams/graph/PictureFigure.tsx';
import { useField, useGoTo } from '../DraftContext.tsx';
import { draftPicture } from './draftPicture.ts';

/** Draws a team's graph while it is edited. Boxes and arrows link to their fields. */
export function GraphDrawing({ at }: { at: TeamPath }) {
  const { t, format } = useWords();
  const { value } = useField(at);
  const { goTo } = useGoTo();
  const team = useDeferredValue(value);
  const { picture, nodePaths, edgePaths, missing } = useMemo(() => draftPicture(team, t), [team, t]);
  const parts = [
    ...(missing.nameless === 0 ? [] : [t('editor:graph.nameless', { count: missing.nameless })]),
    ...(missing.targetless === 0 ? [] : [t('editor:graph.targetless', { count: missing.targetless })]),
    ...(missing.isTooLarge ? [t('editor:graph.tooLarge')] : []),
  ];
  const opens = {
    node: (id: string) => {
      // Elements without fields of their own link to the list of nodes.
      goTo([...at, 'pattern', ...(nodePaths.get(id) ?? ['nodes'])]);
    },
    edge: (index: number) => goTo([...at, 'pattern', ...(edgePaths[index] ?? ['nodes'])]),
  };
  if (picture.nodes.length === 0) {
    return <p className="text-[0.8125rem] text-ink-muted">{t('editor:graph.empty')}</p>;
  }
  return (
    <div className="space-y-2">
      <PictureFigure picture={picture} opens={opens} />
      {parts.length === 0 ? null : (
        <p role="status" className="text-[0.8125rem] text-ink-muted">
          {t('editor:graph.notDrawn', { parts: format.list(parts) })}
        </p>
      )}
    </div>
  );
}
