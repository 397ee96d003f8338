import { expect, it } from '@jest/globals';
import { sourceTitle } from './sourceTitle.ts';

it.each([
  ['report.pdf', 'report.pdf'],
  ['https://example.com/papers/report.pdf', 'example.com'],
  ['https://example.com:8443/report.pdf?X-Amz-Signature=5ecre7', 'example.com:8443'],
  ['HTTPS://user:5ecre7@example.com/5ecre7#5ecre7', 'example.com'],
  ['https://5ecre7', '5ecre7'],
  ['notes on https://example.com', 'notes on https://example.com'],
  ['https://[not an address', 'https://[not an address'],
  ['年度报告.docx', '年度报告.docx'],
  ['x'.repeat(500), 'x'.repeat(200)],
])('names a document’s workflow without what an address may keep secret: %s', (source, title) => {
  expect(sourceTitle(source)).toBe(title);
});
