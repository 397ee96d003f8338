import { Form, Link, useNavigation } from '@remix-run/react';
import { type FormEvent, useCallback, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
import type { PlaceInForm } from './place.ts';
import { PlainJson } from './PlainJson.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import type { TeamDraft } from './teamDraft.ts';
import { UnsavedGuard } from './UnsavedGuard.tsx';
import { useServerFindings } from './useServerFindings.ts';
import { WarningSummary } from './WarningSummary.tsx';

export type TeamEditorProps = {
  /** What stands in it at first. */
  initial: { name: string; text: string };
  /** The team that is edited and the version that was opened; null: a new team. */
  of: { teamId: string; version: number } | null;
  submissionId: string;
  /** What became of it when it was sent. */
  answer: EditorAnswer | undefined;
  cancelTo: string;
};

/**
 * A team to write: a form and its JSON, which are one. Without JavaScript the JSON alone, which is whole; it comes back
 * with what is wrong.
 */
export function TeamEditor({ initial, of, submissionId, answer, cancelTo }: TeamEditorProps) {
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
          <EditorPanes
            history={history}
            issues={issues}
            place={place}
            placeInForm={placeInForm}
            goTo={goTo}
            change={change}
          />
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

/** What the team is called in the list; it stands beside the JSON, not in it. */
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
 * All that is wrong with a draft: what the browser sees itself, what the server said when the same text was sent, and
 * what it has seen in it since (`seen`).
 */
function issuesOfDraft(
  { text, check, unfinished }: TeamDraft,
  answer: EditorAnswer | undefined,
  seen: readonly PlacedIssue[],
): PlacedIssue[] {
  const own = check.ok ? [] : check.issues;
  const said = check.ok && answer?.submitted.text === text ? answer.issues : [];
  const fromServer = said.length > 0 ? said : seen;
  const ofFields = Object.values(unfinished).map(({ path, message }) => ({ path: [...path], message }));
  return [...own, ...fromServer, ...placeIssues(text, ofFields)];
}
