import { json } from '@codemirror/lang-json';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { jsonEditorTheme } from '../json/jsonEditorTheme.ts';
import { mergeTheme } from './mergeTheme.ts';

export type MergeDiffViewProps = { before: string; after: string; beforeLabel: string; afterLabel: string };

const SIDE_BY_SIDE = '(min-width: 64rem)';

/** Two texts side by side, or merged if there is little room; equal parts are folded. Loaded lazily. */
export function MergeDiffView({ before, after, beforeLabel, afterLabel }: MergeDiffViewProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const parent = place.current;
    const wide = window.matchMedia(SIDE_BY_SIDE);
    const texts = { before, after, beforeLabel, afterLabel };
    let view = open(parent, texts, wide.matches);
    const reopen = () => {
      view.destroy();
      view = open(parent, texts, wide.matches);
    };
    wide.addEventListener('change', reopen);
    return () => {
      wide.removeEventListener('change', reopen);
      view.destroy();
    };
  }, [before, after, beforeLabel, afterLabel]);
  return <div ref={place} className="overflow-hidden rounded-lg border border-line" />;
}

function open(parent: HTMLElement, texts: MergeDiffViewProps, sideBySide: boolean): { destroy: () => void } {
  const { before, after, beforeLabel, afterLabel } = texts;
  const collapseUnchanged = { margin: 3, minSize: 4 };
  if (!sideBySide) {
    const unified = unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged });
    return new EditorView({ parent, doc: after, extensions: [...reading(afterLabel), unified] });
  }
  return new MergeView({
    parent,
    a: { doc: before, extensions: reading(beforeLabel) },
    b: { doc: after, extensions: reading(afterLabel) },
    collapseUnchanged,
  });
}

function reading(label: string) {
  return [
    json(),
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    jsonEditorTheme(),
    mergeTheme,
  ];
}
