import type { DocumentFormat } from '../../../workflows/domain/knowledge/documentFormat.ts';
import type { DocumentParser } from './parser.ts';

/** How each format is read. Loaded where it is needed: each brings a library along. */
export const parsers = {
  text: async () => (await import('./formats/text.ts')).parseText,
  markdown: async () => (await import('./formats/markdown.ts')).parseMarkdown,
  html: async () => (await import('./formats/html.ts')).parseHtml,
  pdf: async () => (await import('./formats/pdf.ts')).parsePdf,
  docx: async () => (await import('./formats/docx.ts')).parseDocx,
  csv: async () => (await import('./formats/csv.ts')).parseCsv,
  jsonl: async () => (await import('./formats/jsonl.ts')).parseJsonLines,
} as const satisfies Record<DocumentFormat, () => Promise<DocumentParser>>;
