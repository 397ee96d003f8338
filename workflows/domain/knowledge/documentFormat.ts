/** What a document may be written in. Each has a parser (activities/knowledge/parse/registry.ts). */
export type DocumentFormat = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'csv' | 'jsonl';

interface FormatTraits {
  /** In a sentence: "It is ...". */
  title: string;
  mediaType: string;
  /** The ends of file names, without the dot. */
  extensions: readonly string[];
}

export const documentFormats = {
  text: { title: 'plain text', mediaType: 'text/plain', extensions: ['txt', 'text', 'log'] },
  markdown: { title: 'Markdown', mediaType: 'text/markdown', extensions: ['md', 'markdown', 'mdown'] },
  html: { title: 'HTML', mediaType: 'text/html', extensions: ['html', 'htm', 'xhtml'] },
  pdf: { title: 'PDF', mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: {
    title: 'a Word document (DOCX)',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  csv: { title: 'CSV', mediaType: 'text/csv', extensions: ['csv', 'tsv'] },
  jsonl: { title: 'JSON lines', mediaType: 'application/jsonl', extensions: ['jsonl', 'ndjson'] },
} as const satisfies Record<DocumentFormat, FormatTraits>;

/** The end of a file's name in lower case, without the dot; '' where it has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 || dot < name.lastIndexOf('/') ? '' : name.slice(dot + 1).toLowerCase();
}

/** What a file's name says that it is; null: nothing that is read here. */
export function formatOfName(name: string): DocumentFormat | null {
  const extension = extensionOf(name);
  const formats = Object.keys(documentFormats) as DocumentFormat[];
  return (
    formats.find((format) => (documentFormats[format].extensions as readonly string[]).includes(extension)) ??
    null
  );
}

/** What a server's content type says that a document is; null: nothing that is read here, or nothing at all. */
export function formatOfMediaType(contentType: string): DocumentFormat | null {
  const mediaType = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  switch (mediaType) {
    case 'application/xhtml+xml':
      return 'html';
    case 'text/x-markdown':
      return 'markdown';
    case 'text/tab-separated-values':
    case 'application/csv':
      return 'csv';
    case 'application/x-ndjson':
    case 'application/jsonlines':
      return 'jsonl';
    default: {
      const formats = Object.keys(documentFormats) as DocumentFormat[];
      return formats.find((format) => documentFormats[format].mediaType === mediaType) ?? null;
    }
  }
}
