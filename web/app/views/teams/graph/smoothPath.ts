import type { Point } from './layoutPicture.ts';

/** An SVG path through points, straight at its ends and rounded at its corners. */
export function smoothPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  const parts = [`M ${at(first)}`];
  rest.slice(0, -1).forEach((corner, index) => {
    const next = rest[index + 1] ?? last;
    const end = index === rest.length - 2 ? last : middle(corner, next);
    parts.push(`Q ${at(corner)} ${at(end)}`);
  });
  if (rest.length === 1) parts.push(`L ${at(last)}`);
  return parts.join(' ');
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
