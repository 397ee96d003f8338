import { expect, it } from '@jest/globals';
import { importText, itemText } from './importText.ts';

const item = {
  id: 'x',
  kind: 'file' as const,
  source: 'scan.pdf',
  documentId: null,
  version: null,
  passages: null,
  failure: null,
};

it('says what came of a document in plain words, with what to do where it failed', () => {
  expect(itemText({ ...item, state: 'added', version: 2, passages: 1 })).toBe(
    'added      scan.pdf (version 2, 1 passage)',
  );
  expect(itemText({ ...item, state: 'unchanged', version: 2, passages: 1 })).toBe('unchanged  scan.pdf');
  const failure = { type: 'no_text', title: 'It has no text', advice: 'Run OCR on it.', message: '3 pages' };
  expect(itemText({ ...item, state: 'failed', failure })).toBe(
    'failed     scan.pdf: It has no text. Run OCR on it. (3 pages)',
  );
});

it('says how an import stands', () => {
  const counts = { waiting: 1, working: 0, added: 3, unchanged: 0, failed: 2, cancelled: 0 };
  expect(importText({ state: 'running', counts })).toBe('running: 1 waiting, 3 added, 2 failed');
});
