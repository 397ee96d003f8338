/** The text under a version's heading in the changelog, without the heading; null if it has none, or nothing under it. */
export function changelogSection(changelog: string, version: string): string | null {
  const lines = changelog.split('\n');
  const start = lines.findIndex((line) => line.startsWith('## ') && wordsOf(line)[0] === version);
  if (start === -1) return null;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  const text = (end === -1 ? rest : rest.slice(0, end)).join('\n').trim();
  return text === '' ? null : text;
}

/** "## [1.2.3] - 2026-11-29" and "## 1.2.3, 2026-11-29" alike. */
function wordsOf(heading: string): string[] {
  return heading
    .slice(3)
    .split(/[\s,[\]()]+/)
    .filter((word) => word !== '');
}
