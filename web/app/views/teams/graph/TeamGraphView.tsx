import '@xyflow/react/dist/base.css';
import './teamGraph.css';
import {
  type AriaLabelConfig,
  Background,
  Controls,
  type Edge,
  type EdgeTypes,
  MarkerType,
  type Node,
  type NodeTypes,
  ReactFlow,
  useReactFlow,
} from '@xyflow/react';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { GraphEdge } from './GraphEdge.tsx';
import { GraphNode } from './GraphNode.tsx';
import { layoutPicture } from './layoutPicture.ts';
import { edgeInWords, type TeamPicture } from './picture.ts';

export type TeamGraphViewProps = {
  picture: TeamPicture;
  active: readonly string[];
  done: readonly string[];
  opens?: PictureOpens | undefined;
};

/** What a box or an arrow links to when it is chosen; without it the drawing is only for viewing. */
export type PictureOpens = {
  /** By node id. */
  node: (id: string) => void;
  /** By the edge's index in the picture's edges. */
  edge: (index: number) => void;
};

const nodeTypes: NodeTypes = { participant: GraphNode };
const edgeTypes: EdgeTypes = { arrow: GraphEdge };

const FIT = { padding: 0.12, maxZoom: 1.1 };

/** The drawing itself. Nothing in it can be moved: it shows a team, and the editor is for changing it. */
export function TeamGraphView({ picture, active, done, opens }: TeamGraphViewProps) {
  const { t, i18n } = useTranslation('teams');
  const labels = useMemo(
    (): Partial<AriaLabelConfig> => ({
      'node.a11yDescription.default': t('drawing.node'),
      'edge.a11yDescription.default': t('drawing.arrow'),
      'controls.ariaLabel': t('drawing.controls'),
      'controls.zoomIn.ariaLabel': t('drawing.zoomIn'),
      'controls.zoomOut.ariaLabel': t('drawing.zoomOut'),
      'controls.fitView.ariaLabel': t('drawing.fit'),
    }),
    [t],
  );
  const placed = useMemo(() => layoutPicture(picture), [picture]);
  const nodes = placed.nodes.map((node): Node => {
    const state = active.includes(node.id) ? 'active' : done.includes(node.id) ? 'done' : 'idle';
    return {
      id: node.id,
      type: 'participant',
      position: node.at,
      width: node.widthPx,
      height: node.heightPx,
      data: { ...node, state },
      ariaLabel: [node.label, node.detail, state === 'active' ? t('drawing.speaks') : '']
        .filter(Boolean)
        .join(', '),
    };
  });
  const edges = placed.edges.map((edge): Edge => ({
    id: edge.id,
    type: 'arrow',
    source: edge.from,
    target: edge.to,
    data: {
      points: edge.points,
      mark: edge.mark,
      inWords: edgeInWords(picture, edge, i18n.t),
      labelAt: edge.labelAt,
      isChoice: edge.isChoice,
      ...(opens === undefined ? {} : { open: () => opens.edge(Number(edge.id)) }),
    },
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--line-strong)' },
    ariaLabel: edgeInWords(picture, edge, i18n.t),
    focusable: false,
  }));
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      ariaLabelConfig={labels}
      fitView
      fitViewOptions={FIT}
      minZoom={0.2}
      maxZoom={2}
      nodesDraggable={false}
      nodesConnectable={false}
      // The page must remain scrollable by finger or wheel.
      zoomOnScroll={false}
      preventScrolling={false}
      panOnDrag={window.matchMedia('(pointer: fine)').matches}
      className={opens === undefined ? 'team-graph' : 'team-graph team-graph-opens'}
      {...(opens === undefined ? {} : openings(opens))}
    >
      <FitToPicture picture={picture} />
      <Background gap={18} color="var(--line)" />
      <Controls showInteractive={false} />
    </ReactFlow>
  );
}

/** By mouse, or with Enter while a box has the focus. */
function openings({ node, edge }: PictureOpens) {
  return {
    onNodeClick: (_event: unknown, { id }: Node) => node(id),
    onEdgeClick: (_event: unknown, { id }: Edge) => edge(Number(id)),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const id = event.target instanceof HTMLElement ? event.target.dataset['id'] : undefined;
      if (event.key !== 'Enter' || id === undefined) return;
      event.preventDefault();
      node(id);
    },
  };
}

/** Fits the whole picture into view when another one replaces it. */
function FitToPicture({ picture }: { picture: TeamPicture }) {
  const { fitView } = useReactFlow();
  const first = useRef(picture);
  useEffect(() => {
    if (picture === first.current) return;
    first.current = picture;
    void fitView(FIT);
  }, [picture, fitView]);
  return null;
}
