import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { Tooltip } from '../../ui/Tooltip.tsx';
import type { Point } from './layoutPicture.ts';
import { smoothPath } from './smoothPath.ts';

export type GraphEdgeData = Edge<
  {
    points: Point[];
    mark: string | null;
    /** The full description: who follows whom, and when. */
    inWords: string;
    labelAt: Point;
    isChoice: boolean;
    open?: () => void;
  },
  'arrow'
>;

/**
 * An arrow in a team's drawing, dashed if it is one of several possibilities. Its label can be focused with the
 * keyboard and gives the full description.
 */
export function GraphEdge({ id, data, markerEnd }: EdgeProps<GraphEdgeData>) {
  if (data === undefined) return null;
  const { points, mark, inWords, labelAt, isChoice, open } = data;
  return (
    <>
      <BaseEdge
        id={id}
        path={smoothPath(points)}
        {...(markerEnd === undefined ? {} : { markerEnd })}
        style={{
          stroke: 'var(--line-strong)',
          strokeWidth: 1.5,
          ...(isChoice ? { strokeDasharray: '5 4' } : {}),
        }}
      />
      {mark === null ? null : (
        <EdgeLabelRenderer>
          <Tooltip content={inWords}>
            <button
              type="button"
              aria-label={inWords}
              onClick={open}
              className="pointer-events-auto absolute min-h-6 min-w-6 rounded-md border border-line bg-surface px-1.5 text-[0.6875rem] leading-5 whitespace-nowrap text-ink-muted hover:text-ink"
              style={{ transform: `translate(-50%, -50%) translate(${labelAt.x}px, ${labelAt.y}px)` }}
            >
              {mark}
            </button>
          </Tooltip>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
