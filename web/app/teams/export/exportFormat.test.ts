import { expect, test } from '@jest/globals';
import { exportFileName, parseExportFormat } from './exportFormat.ts';

test.each([
  ['Writer & editor', 'writer-editor-v2.autogen.json'],
  ['Übersetzer', 'u-bersetzer-v2.autogen.json'],
  ['"; rm -rf /', 'rm-rf-v2.autogen.json'],
  ['日本', 'team-v2.autogen.json'],
])('%j is saved as %s', (team, name) => {
  expect(exportFileName(team, 2, 'autogen')).toBe(name);
});

test('knows its formats', () => {
  expect(parseExportFormat('raw')).toBe('raw');
  expect(parseExportFormat('yaml')).toBeNull();
  expect(parseExportFormat(null)).toBeNull();
});
