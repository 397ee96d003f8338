import { Graph, layout } from '@dagrejs/dagre';
import type { PictureEdge, PictureNode, TeamPicture } from './picture.ts';

export interface Point {
  x: number;
  y: number;
}

export interface PlacedNode extends PictureNode {
  /** The upper left corner. */
  at: Point;
  widthPx: number;
  heightPx: number;
}

export interface PlacedEdge extends PictureEdge {
  id: string;
  /** Where the arrow runs, from the first box's border to the second's. */
  points: Point[];
  labelAt: Point;
}

export interface PlacedPicture {
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  widthPx: number;
  heightPx: number;
}

/** What dagre writes on what it is given; its own types say `any`. */
interface Size {
  width: number;
  height: number;
}

type LaidOutEdge = Partial<Point> & { points?: Point[] };

const NODE: Size = { width: 168, height: 62 };
const CHARACTER_PX = 6;
const LABEL_MAX_PX = 180;

/** Puts a picture's boxes into layers, from the top down, and leads its arrows around them. */
export function layoutPicture({ nodes, edges }: TeamPicture): PlacedPicture {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 56, edgesep: 24, marginx: 8, marginy: 8 });
  // dagre keeps its nodes in plain objects, in which a name like "constructor" stands already.
  const keys = new Map(nodes.map(({ id }, index) => [id, `node ${String(index)}`]));
  const keyOf = (id: string) => keys.get(id) ?? '';
  for (const { id } of nodes) graph.setNode(keyOf(id), { ...NODE });
  edges.forEach(({ from, to, label }, index) => {
    const text = shortLabel(label);
    const size =
      text === null ? {} : { width: Math.min(LABEL_MAX_PX, text.length * CHARACTER_PX + 12), height: 22 };
    graph.setEdge(keyOf(from), keyOf(to), { ...size, labelpos: 'c' }, String(index));
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as Partial<Size>;
  return {
    nodes: nodes.map((node) => {
      const { x, y } = graph.node(keyOf(node.id)) as Point;
      const at = { x: x - NODE.width / 2, y: y - NODE.height / 2 };
      return { ...node, at, widthPx: NODE.width, heightPx: NODE.height };
    }),
    edges: edges.map((edge, index) => {
      const {
        points = [],
        x,
        y,
      } = graph.edge(keyOf(edge.from), keyOf(edge.to), String(index)) as LaidOutEdge;
      const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
      return { ...edge, id: String(index), points, labelAt: { x: x ?? middle.x, y: y ?? middle.y } };
    }),
    widthPx: width,
    heightPx: height,
  };
}

/** What of an edge's label has room beside the arrow: what the message must contain. */
export function shortLabel(label: string | null): string | null {
  if (label === null) return null;
  const from = label.indexOf('“');
  const to = label.lastIndexOf('”');
  if (from === -1 || to < from) return 'any';
  const condition = label.slice(from + 1, to);
  return condition.length > 26 ? `“${condition.slice(0, 25)}…”` : `“${condition}”`;
}
