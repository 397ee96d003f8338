import { expect, test } from '@jest/globals';
import { exportDisposition, exportFileName, parseExportFormat } from './exportFormat.ts';

test.each([
  ['Writer & editor', 'writer-editor-v2.autogen.json'],
  ['Übersetzer', 'u-bersetzer-v2.autogen.json'],
  ['"; rm -rf /', 'rm-rf-v2.autogen.json'],
  ['日本', 'team-v2.autogen.json'],
])('%j is saved as %s', (team, name) => {
  expect(exportFileName(team, 2, 'autogen')).toBe(name);
});

test.each([
  ['规划组', 'team-v2.autogen.json', '规划组-v2.autogen.json'],
  ['Übersetzer', 'u-bersetzer-v2.autogen.json', 'übersetzer-v2.autogen.json'],
  ['Writer & editor', 'writer-editor-v2.autogen.json', 'writer-editor-v2.autogen.json'],
  ['"; rm -rf /', 'rm-rf-v2.autogen.json', 'rm-rf-v2.autogen.json'],
  ['\n\ud83d', 'team-v2.autogen.json', 'team-v2.autogen.json'],
])('%j is offered as a file of its own name, in a header that any client reads', (team, plain, own) => {
  const header = exportDisposition(team, 2, 'autogen');
  expect(header).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(own)}`);
  expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
});

test('knows its formats', () => {
  expect(parseExportFormat('raw')).toBe('raw');
  expect(parseExportFormat('yaml')).toBeNull();
  expect(parseExportFormat(null)).toBeNull();
});
