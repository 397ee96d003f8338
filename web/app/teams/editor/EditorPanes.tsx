import { useEffect, useState } from 'react';
import { Card } from '../../components/ui/Card.tsx';
import { classNames } from '../../components/ui/classNames.ts';
import { Notice } from '../../components/ui/Notice.tsx';
import type { PlacedIssue } from '../check/checkTeamText.ts';
import { JsonEditor } from '../json/JsonEditor.tsx';
import type { PlaceInText } from '../json/JsonEditorView.tsx';
import { DraftProvider } from './DraftContext.tsx';
import { isJson, type DraftChange, type TeamDraft } from './teamDraft.ts';
import { TeamForm } from './TeamForm.tsx';

export type EditorPanesProps = {
  draft: TeamDraft;
  issues: readonly PlacedIssue[];
  /** Where to go in the JSON. */
  place: PlaceInText | null;
  change: (change: DraftChange) => void;
};

type Pane = 'form' | 'json';

/** The form and its JSON: side by side where there is room, else one at a time. */
export function EditorPanes({ draft, issues, place, change }: EditorPanesProps) {
  const [shown, setShown] = useState<Pane>('form');
  useEffect(() => {
    if (place !== null) setShown('json');
  }, [place]);
  return (
    <div>
      <PaneSwitch shown={shown} onShow={setShown} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <section aria-label="Form" className={classNames('min-w-0', shown !== 'form' && 'max-lg:hidden')}>
          {isJson(draft.check) ? null : (
            <Notice kind="warning" className="mb-4">
              The JSON can’t be read just now. The form shows what it was before; changing the form writes the
              JSON anew.
            </Notice>
          )}
          <DraftProvider draft={draft} issues={issues} change={change}>
            <TeamForm />
          </DraftProvider>
        </section>
        <section
          aria-label="JSON"
          className={classNames(
            'min-w-0 lg:sticky lg:top-[calc(var(--banner-height)+1rem)]',
            shown !== 'json' && 'max-lg:hidden',
          )}
        >
          <Card className="h-[70dvh] overflow-hidden lg:h-[calc(100dvh-var(--banner-height)-8.5rem)]">
            <JsonEditor
              label="The team as JSON"
              text={draft.text}
              issues={issues}
              place={place}
              onChange={(text) => change({ kind: 'text', text })}
            />
          </Card>
        </section>
      </div>
    </div>
  );
}

function PaneSwitch({ shown, onShow }: { shown: Pane; onShow: (pane: Pane) => void }) {
  const panes = [
    { pane: 'form', label: 'Form' },
    { pane: 'json', label: 'JSON' },
  ] as const;
  return (
    <div role="group" aria-label="What to edit" className="mb-4 flex gap-1 border-b border-line lg:hidden">
      {panes.map(({ pane, label }) => (
        <button
          key={pane}
          type="button"
          aria-pressed={shown === pane}
          onClick={() => onShow(pane)}
          className={classNames(
            '-mb-px border-b-2 px-3 py-2 text-sm font-medium focus-visible:-outline-offset-2',
            shown === pane ? 'border-brand text-ink' : 'border-transparent text-ink-muted hover:text-ink',
          )}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
