import { Form, Link, useNavigation } from '@remix-run/react';
import { type FormEvent, useCallback, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CollectionNames } from '../../../data/knowledge/collectionNames.ts';
import { type PlacedIssue, placeIssues } from '../../../data/teams/check/checkTeamText.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import type { EditorAnswer } from '../../../data/teams/editorAnswer.ts';
import { useHydrated } from '../../../views/hooks/useHydrated.ts';
import { Field } from '../../../views/ui/Field.tsx';
import { FormError } from '../../../views/ui/FormError.tsx';
import { Input } from '../../../views/ui/Input.tsx';
import type { PlaceInText } from '../json/JsonEditorView.tsx';
import { changeHistory, historyOf } from './draftHistory.ts';
import { EditorBar } from './EditorBar.tsx';
import { EditorPanes } from './EditorPanes.tsx';
import { IssueSummary } from './IssueSummary.tsx';
import { KnownCalendarsProvider } from './KnownCalendars.tsx';
import { KnownCollectionsProvider } from './KnownCollections.tsx';
import type { PlaceInForm } from './place.ts';
import { PlainJson } from './PlainJson.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import type { TeamDraft } from './teamDraft.ts';
import { UnsavedGuard } from './UnsavedGuard.tsx';
import { useServerFindings } from './useServerFindings.ts';
import { WarningSummary } from './WarningSummary.tsx';

export type TeamEditorProps = {
  /** The initial content. */
  initial: { name: string; text: string };
  /** The project's collections, for agents to answer from; null: they are not known. */
  collections: CollectionNames | null;
  /** The names of the project's working calendars. */
  calendars: readonly string[];
  /** The edited team with the version that was opened; null for a new team. */
  of: { teamId: string; version: number } | null;
  submissionId: string;
  /** The result of the last submit. */
  answer: EditorAnswer | undefined;
  cancelTo: string;
};

/**
 * The team editor: a form and its JSON, kept in sync. Without JavaScript there is only the JSON, which is
 * complete; it comes back with its errors.
 */
export function TeamEditor({
  initial,
  collections,
  calendars,
  of,
  submissionId,
  answer,
  cancelTo,
}: TeamEditorProps) {
  const { t } = useTranslation('common');
  const hydrated = useHydrated();
  const saving = useNavigation().formMethod === 'POST';
  const [history, change] = useReducer(changeHistory, answer?.submitted.text ?? initial.text, historyOf);
  const { draft } = history;
  const [place, setPlace] = useState<PlaceInText | null>(null);
  const [placeInForm, setPlaceInForm] = useState<PlaceInForm | null>(null);
  const goTo = useCallback(
    (path: TeamPath) => setPlaceInForm((last) => ({ path, times: (last?.times ?? 0) + 1 })),
    [],
  );
  const summary = useRef<HTMLDivElement>(null);
  const findings = useServerFindings(draft.check.ok ? draft.text : null);
  const issues = issuesOfDraft(draft, answer, findings.issues);
  const send = (event: FormEvent) => {
    if (issues.length === 0) return;
    event.preventDefault();
    summary.current?.focus();
  };
  return (
    <Form method="post" onSubmit={send} className="space-y-5">
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="basedOn" value={answer?.submitted.basedOn ?? of?.version ?? 0} />
      <FormError errors={answer?.formErrors} />
      {answer?.stale && of ? (
        <StaleNotice stale={answer.stale} teamId={of.teamId} opened={answer.submitted.basedOn} />
      ) : null}
      <div ref={summary} tabIndex={-1} className="rounded-xl empty:hidden">
        <IssueSummary
          issues={issues}
          goTo={
            hydrated
              ? {
                  field: goTo,
                  text: (at) => setPlace((last) => ({ at, times: (last?.times ?? 0) + 1 })),
                }
              : null
          }
        />
      </div>
      <WarningSummary warnings={findings.warnings} />
      <NameField name={answer?.submitted.name ?? initial.name} errors={answer?.nameErrors} />
      {hydrated ? (
        <>
          <input type="hidden" name="config" value={draft.text} />
          <KnownCollectionsProvider value={collections}>
            <KnownCalendarsProvider value={calendars}>
              <EditorPanes
                history={history}
                issues={issues}
                place={place}
                placeInForm={placeInForm}
                goTo={goTo}
                change={change}
              />
            </KnownCalendarsProvider>
          </KnownCollectionsProvider>
          <UnsavedGuard unsaved={draft.text !== initial.text && !saving} />
        </>
      ) : (
        <PlainJson text={draft.text} isWrong={issues.length > 0} />
      )}
      <EditorBar
        note={answer?.submitted.note ?? ''}
        noteErrors={answer?.noteErrors}
        isNew={of === null}
        issueCount={issues.length}
        saving={saving}
        cancel={<Link to={cancelTo}>{t('cancel')}</Link>}
      />
    </Form>
  );
}

/** The team's name in the list; it is not part of the JSON. */
function NameField({ name, errors }: { name: string; errors: readonly string[] | undefined }) {
  const { t } = useTranslation('editor');
  return (
    <Field label={t('teamName')} errors={errors} className="max-w-xl">
      {(control) => (
        <Input {...control} name="name" defaultValue={name} required maxLength={100} autoComplete="off" />
      )}
    </Field>
  );
}

/**
 * All errors of a draft: those that the browser finds, those that the server reported for the submitted text, and
 * those that it has found since (`seen`).
 */
function issuesOfDraft(
  { text, check, unfinished }: TeamDraft,
  answer: EditorAnswer | undefined,
  seen: readonly PlacedIssue[],
): PlacedIssue[] {
  const own = check.ok ? [] : check.issues;
  const answered = check.ok && answer?.submitted.text === text ? answer.issues : [];
  const fromServer = answered.length > 0 ? answered : seen;
  const ofFields = Object.values(unfinished).map(({ path, message }) => ({ path: [...path], message }));
  return [...own, ...fromServer, ...placeIssues(text, ofFields)];
}
