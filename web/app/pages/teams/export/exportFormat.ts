/** AutoGen's component JSON, Colloquy's own, or the stored JSON unchanged. */
export type ExportFormat = 'autogen' | 'colloquy' | 'raw';

const FORMATS: readonly ExportFormat[] = ['autogen', 'colloquy', 'raw'];

export function parseExportFormat(text: string | null): ExportFormat | null {
  return FORMATS.find((format) => format === text) ?? null;
}

/**
 * The header that names an exported file: the team's own name, and an ASCII name for clients that read no other.
 */
export function exportDisposition(team: string, version: number, format: ExportFormat): string {
  const own = team
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase();
  // By code points, so that no character is cut in half.
  const stem = [...own].slice(0, 60).join('') || 'team';
  const name = encodeURIComponent(`${stem}-v${String(version)}.${format}.json`);
  return `attachment; filename="${exportFileName(team, version, format)}"; filename*=UTF-8''${name}`;
}

/** @example exportFileName('Writer & editor', 2, 'autogen') // "writer-editor-v2.autogen.json" */
export function exportFileName(team: string, version: number, format: ExportFormat): string {
  const stem = team
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 60);
  return `${stem || 'team'}-v${String(version)}.${format}.json`;
}
