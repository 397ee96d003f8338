/** As AutoGen's component JSON, as Colloquy's own, or what is stored as it stands. */
export type ExportFormat = 'autogen' | 'colloquy' | 'raw';

const FORMATS: readonly ExportFormat[] = ['autogen', 'colloquy', 'raw'];

export function parseExportFormat(text: string | null): ExportFormat | null {
  return FORMATS.find((format) => format === text) ?? null;
}

/** @example exportFileName('Writer & editor', 2, 'autogen') // "writer-editor-v2.autogen.json" */
export function exportFileName(team: string, version: number, format: ExportFormat): string {
  const stem = team
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60);
  return `${stem || 'team'}-v${String(version)}.${format}.json`;
}
