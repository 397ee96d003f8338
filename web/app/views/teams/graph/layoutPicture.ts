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
  /** The points of the arrow, from the first box's border to the second's. */
  points: Point[];
  labelAt: Point;
}

export interface PlacedPicture {
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  widthPx: number;
  heightPx: number;
}

/** The fields that dagre adds to its input; its own types say `any`. */
interface Size {
  width: number;
  height: number;
}

type LaidOutEdge = Partial<Point> & { points?: Point[] };

const NODE: Size = { width: 168, height: 62 };
const CHARACTER_PX = 6;
const WIDE_CHARACTER_PX = 11;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LABEL_MAX_PX = 180;

/** Arranges a picture's boxes in layers, from top to bottom, and routes its arrows around them. */
export function layoutPicture({ nodes, edges }: TeamPicture): PlacedPicture {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 56, edgesep: 24, marginx: 8, marginy: 8 });
  // dagre keeps its nodes in plain objects, which already have properties like "constructor".
  const keys = new Map(nodes.map(({ id }, index) => [id, `node ${String(index)}`]));
  const keyOf = (id: string) => keys.get(id) ?? '';
  for (const { id } of nodes) graph.setNode(keyOf(id), { ...NODE });
  edges.forEach(({ from, to, mark }, index) => {
    const size = mark === null ? {} : { width: Math.min(LABEL_MAX_PX, textWidthPx(mark) + 12), height: 24 };
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

function textWidthPx(text: string): number {
  return [...text].reduce((sum, each) => sum + (WIDE.test(each) ? WIDE_CHARACTER_PX : CHARACTER_PX), 0);
}
