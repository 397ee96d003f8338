import type { Translate } from '../../../languages/translator.ts';

/** A team as boxes and arrows. */
export interface TeamPicture {
  nodes: PictureNode[];
  edges: PictureEdge[];
}

export interface PictureNode {
  /** A participant's name, or the manager's. */
  id: string;
  label: string;
  /** What it is, or who its members are. */
  detail: string;
  kind: 'participant' | 'manager' | 'outside';
  /** Whether a graph flow begins here. */
  isStart: boolean;
}

export interface PictureEdge {
  from: string;
  to: string;
  /** When this edge is taken; null: always. */
  label: string | null;
  /** A short form of that condition, to fit beside the arrow. */
  mark: string | null;
  /** One possibility among several, not a way that is always taken. */
  isChoice: boolean;
}

/** Cannot clash with a participant's name: those are identifiers. */
const MANAGER = '*manager*';

/**
 * An arrow in words.
 * @example "writer → editor, if the message contains “OK”"
 */
export function edgeInWords({ nodes }: TeamPicture, { from, to, label }: PictureEdge, t: Translate): string {
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.label ?? id;
  const arrow = `${nameOf(from)} → ${nameOf(to)}`;
  return label === null ? arrow : t('teams:drawing.edge', { arrow, label });
}

/** A manager, and everyone whom it may choose. */
export function star(
  participants: readonly PictureNode[],
  { name, detail }: { name: (t: Translate) => string; detail: (t: Translate) => string },
  t: Translate,
): TeamPicture {
  const manager: PictureNode = {
    id: MANAGER,
    label: name(t),
    detail: detail(t),
    kind: 'manager',
    isStart: false,
  };
  const edges = participants.map(({ id }) => ({
    from: MANAGER,
    to: id,
    label: null,
    mark: null,
    isChoice: true,
  }));
  return { nodes: [manager, ...participants], edges };
}

/** Targets of edges that are not nodes, each once. */
export function strangersOf(nodes: readonly PictureNode[], edges: readonly PictureEdge[]): string[] {
  return [...new Set(edges.map(({ to }) => to))].filter((to) => nodes.every(({ id }) => id !== to));
}

/** A node that is not a participant. */
export function strangerOf(name: string, detail: string): PictureNode {
  return { id: name, label: name, detail, kind: 'outside', isStart: false };
}
