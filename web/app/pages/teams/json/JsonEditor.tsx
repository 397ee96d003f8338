import { lazy, Suspense } from 'react';
import type { JsonEditorViewProps } from './JsonEditorView.tsx';

const View = lazy(async () => ({ default: (await import('./JsonEditorView.tsx')).JsonEditorView }));

/** An editor for JSON, once it is there; until then the text alone. For the browser: the server sends a text area. */
export function JsonEditor(props: JsonEditorViewProps) {
  return (
    <Suspense
      fallback={
        <pre className="h-full overflow-auto p-4 font-mono text-[0.8125rem] leading-relaxed">
          {props.text}
        </pre>
      }
    >
      <View {...props} />
    </Suspense>
  );
}
