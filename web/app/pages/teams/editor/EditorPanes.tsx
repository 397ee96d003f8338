import { Link } from '@remix-run/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedIssue } from '../../../data/teams/check/checkTeamText.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { Card } from '../../../views/ui/Card.tsx';
import { classNames } from '../../../views/ui/classNames.ts';
import { Notice } from '../../../views/ui/Notice.tsx';
import { JsonEditor } from '../json/JsonEditor.tsx';
import type { PlaceInText } from '../json/JsonEditorView.tsx';
import { DraftProvider } from './DraftContext.tsx';
import type { DraftHistory, HistoryChange } from './draftHistory.ts';
import { DraftHistoryButtons } from './DraftHistoryButtons.tsx';
import { isRecord } from './jsonValue.ts';
import { focusPlace, type PlaceInForm } from './place.ts';
import { isJson } from './teamDraft.ts';
import { TeamForm } from './TeamForm.tsx';

export type EditorPanesProps = {
  history: DraftHistory;
  issues: readonly PlacedIssue[];
  /** The place to go to in the JSON. */
  place: PlaceInText | null;
  /** The place to go to in the form. */
  placeInForm: PlaceInForm | null;
  goTo: (path: TeamPath) => void;
  change: (change: HistoryChange) => void;
};

type Pane = 'form' | 'json';

/** The form and its JSON: side by side if there is room, otherwise one at a time. */
export function EditorPanes({ history, issues, place, placeInForm, goTo, change }: EditorPanesProps) {
  const { t } = useTranslation('editor');
  const { draft } = history;
  const [shown, setShown] = useState<Pane>('form');
  const form = useRef<HTMLElement>(null);
  useEffect(() => {
    if (place !== null) setShown('json');
  }, [place]);
  useLayoutEffect(() => {
    if (placeInForm === null) return;
    setShown('form');
    // By the next frame the form is shown, and the folds above the place have opened (InnerFold).
    const frame = requestAnimationFrame(() => {
      if (form.current !== null) focusPlace(form.current, placeInForm.path);
    });
    return () => cancelAnimationFrame(frame);
  }, [placeInForm]);
  return (
    <div>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-4 border-b border-line lg:mb-2 lg:border-0">
        <PaneSwitch shown={shown} onShow={setShown} />
        <DraftHistoryButtons history={history} change={change} />
      </div>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <section
          ref={form}
          aria-label={t('panes.form')}
          className={classNames('min-w-0', shown !== 'form' && 'max-lg:hidden')}
        >
          {isJson(draft.check) ? null : (
            <Notice kind="warning" className="mb-4">
              {t('json.unreadable')}
            </Notice>
          )}
          {isComponent(draft.value) ? <ComponentNotice /> : null}
          <DraftProvider draft={draft} issues={issues} wanted={placeInForm} change={change} goTo={goTo}>
            <TeamForm />
          </DraftProvider>
        </section>
        <section
          aria-label={t('panes.json')}
          className={classNames(
            'min-w-0 lg:sticky lg:top-[calc(var(--banner-height)+1rem)]',
            shown !== 'json' && 'max-lg:hidden',
          )}
        >
          <Card className="h-[70dvh] overflow-hidden lg:h-[calc(100dvh-var(--banner-height)-8.5rem)]">
            <JsonEditor
              label={t('json.label')}
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

/** Somebody has pasted AutoGen's JSON, which has to be imported first. */
function ComponentNotice() {
  const { t } = useTranslation('editor');
  return (
    <Notice
      kind="warning"
      className="mb-4"
      actions={
        <Button asChild size="sm">
          <Link to="/teams/import">{t('json.importIt')}</Link>
        </Button>
      }
    >
      {t('json.component')}
    </Notice>
  );
}

function isComponent(value: unknown): boolean {
  return isRecord(value) && 'provider' in value && !('participants' in value);
}

function PaneSwitch({ shown, onShow }: { shown: Pane; onShow: (pane: Pane) => void }) {
  const { t } = useTranslation('editor');
  return (
    <div role="group" aria-label={t('panes.label')} className="flex gap-1 lg:hidden">
      {(['form', 'json'] as const).map((pane) => (
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
          {t(`panes.${pane}`)}
        </button>
      ))}
    </div>
  );
}
