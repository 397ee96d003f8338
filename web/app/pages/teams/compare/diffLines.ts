import { structuredPatch } from 'diff';

export type DiffLine = { kind: 'same' | 'added' | 'removed' | 'gap'; text: string };

/** The line differences of two texts, with three lines of context; longer equal parts become gaps. */
export function diffLines(before: string, after: string): DiffLine[] {
  const { hunks } = structuredPatch('before', 'after', before, after, undefined, undefined, { context: 3 });
  return hunks.flatMap((hunk, index) => {
    const lines = hunk.lines.filter((line) => !line.startsWith('\\')).map(lineOf);
    return index === 0 && hunk.oldStart <= 1 ? lines : [{ kind: 'gap' as const, text: '' }, ...lines];
  });
}

function lineOf(line: string): DiffLine {
  const text = line.slice(1);
  if (line.startsWith('+')) return { kind: 'added', text };
  if (line.startsWith('-')) return { kind: 'removed', text };
  return { kind: 'same', text };
}
