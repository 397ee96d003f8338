import { lazy, Suspense } from 'react';
import type { JsonEditorViewProps } from './JsonEditorView.tsx';

const View = lazy(async () => ({ default: (await import('./JsonEditorView.tsx')).JsonEditorView }));

/**
 * A JSON editor, or just the text until the editor is loaded. Only for the browser: the server renders a text
 * area.
 */
export function JsonEditor(props: JsonEditorViewProps) {
  return (
    <Suspense
      fallback={
        // Long JSON scrolls, also by keyboard while the editor is loading.
        <pre
          tabIndex={0}
          role="region"
          aria-label={props.label}
          className="h-full overflow-auto p-4 font-mono text-[0.8125rem] leading-relaxed"
        >
          {props.text}
        </pre>
      }
    >
      <View {...props} />
    </Suspense>
  );
}
