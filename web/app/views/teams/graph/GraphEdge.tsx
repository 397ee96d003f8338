import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { classNames } from '../../ui/classNames.ts';
import { type Point, shortLabel } from './layoutPicture.ts';
import { smoothPath } from './smoothPath.ts';

export type GraphEdgeData = Edge<
  { points: Point[]; label: string | null; labelAt: Point; isChoice: boolean; open?: () => void },
  'arrow'
>;

/** An arrow in the drawing of a team: dashed where it is one of several possibilities. */
export function GraphEdge({ id, data, markerEnd }: EdgeProps<GraphEdgeData>) {
  if (data === undefined) return null;
  const { points, label, labelAt, isChoice, open } = data;
  const text = shortLabel(label);
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
      {text === null ? null : (
        <EdgeLabelRenderer>
          {/* A way for the mouse: the form beside the drawing lists every edge. */}
          {/* eslint-disable-next-line jsx-a11y-x/click-events-have-key-events, jsx-a11y-x/no-static-element-interactions */}
          <span
            title={label ?? ''}
            onClick={open}
            className={classNames(
              'absolute rounded-md border border-line bg-surface px-1.5 text-[0.6875rem] leading-5 whitespace-nowrap text-ink-muted',
              open !== undefined && 'pointer-events-auto cursor-pointer hover:text-ink',
            )}
            style={{ transform: `translate(-50%, -50%) translate(${labelAt.x}px, ${labelAt.y}px)` }}
          >
            {text}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
