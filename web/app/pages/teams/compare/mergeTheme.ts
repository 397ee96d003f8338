import { EditorView } from '@codemirror/view';

/** The colours of removed and added text, in both themes. */
export const mergeTheme = EditorView.theme({
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--red-soft)' },
  '&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine, .cm-insertedLine': {
    backgroundColor: 'var(--green-soft)',
  },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
    background: 'none',
    textDecoration: 'underline 2px var(--red-ink)',
    textUnderlineOffset: '3px',
  },
  '&.cm-merge-b .cm-changedText, .cm-changedText': {
    background: 'none',
    textDecoration: 'underline 2px var(--green-ink)',
    textUnderlineOffset: '3px',
  },
  '.cm-collapsedLines': {
    color: 'var(--ink-muted)',
    background: 'var(--sunken)',
    paddingBlock: '0.25rem',
  },
  // The default sign is in none of our fonts.
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"⋯"' },
});
