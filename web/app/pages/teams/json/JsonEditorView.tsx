import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedIssue } from '../../../data/teams/check/checkTeamText.ts';
import { faultWords } from '../../../languages/faultWords.ts';
import { changeBetween } from './changeBetween.ts';
import { jsonEditorTheme } from './jsonEditorTheme.ts';

/** Where to put the cursor; `times` distinguishes repeated requests. */
export type PlaceInText = { at: number; times: number };

export type JsonEditorViewProps = {
  label: string;
  text: string;
  issues: readonly PlacedIssue[];
  place: PlaceInText | null;
  onChange: (text: string) => void;
};

/** Marks a change that comes from the page rather than from typing. */
const fromPage = Annotation.define<boolean>();

/** A JSON editor with errors marked in place. Loaded lazily, because it is larger than the page. */
export function JsonEditorView({ label, text, issues, place, onChange }: JsonEditorViewProps) {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const listener = useRef(onChange);
  listener.current = onChange;
  const first = useRef(text);

  useEffect(() => {
    if (container.current === null) return;
    const editor = new EditorView({
      parent: container.current,
      state: EditorState.create({ doc: first.current, extensions: extensions(label, listener) }),
    });
    view.current = editor;
    return () => {
      first.current = editor.state.doc.toString();
      editor.destroy();
      view.current = null;
    };
  }, [label]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const change = changeBetween(editor.state.doc.toString(), text);
    if (change !== null) editor.dispatch({ changes: change, annotations: fromPage.of(true) });
    const end = editor.state.doc.length;
    const diagnostics = issues.map(({ from, to, message }) => ({
      from: Math.min(from, end),
      to: Math.min(to, end),
      severity: 'error' as const,
      message: faultWords(t, message),
    }));
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [text, issues, t]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || place === null) return;
    const anchor = Math.min(place.at, editor.state.doc.length);
    editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    editor.focus();
  }, [place]);

  return <div ref={container} className="h-full min-h-0 overflow-hidden" />;
}

function extensions(label: string, listener: { current: (text: string) => void }) {
  return [
    lineNumbers(),
    foldGutter(),
    history(),
    indentOnInput(),
    bracketMatching(),
    json(),
    lintGutter(),
    EditorView.lineWrapping,
    // Without this, axe does not detect that the scrolling part can be reached by keyboard.
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    // Tab moves to the next control: an editor must not trap the keyboard.
    keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap]),
    EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      if (!docChanged || transactions.some((transaction) => transaction.annotation(fromPage) === true))
        return;
      listener.current(state.doc.toString());
    }),
    jsonEditorTheme(),
  ];
}
