import { Trans, useTranslation } from 'react-i18next';
import { scopeTitle } from '../../../../workflows/domain/conversation/scope.ts';
import type { ConversationStateName } from '../../../../workflows/domain/recordStates.ts';
import type { PendingActivity, PendingWork } from '../../data/runs/pendingWorkView.ts';
import type { Translate } from '../../languages/translator.ts';
import { failureTitle } from '../../views/ui/failureTitle.ts';
import { FailureWords } from '../../views/ui/FailureWords.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { Spinner } from '../../views/ui/Spinner.tsx';
import { type Doing, doingInWords } from './lane/doing.ts';
import type { Busy } from './lane/lane.ts';

export type PendingNoticeProps = {
  state: ConversationStateName;
  pending: PendingWork;
  /** Who is doing what now. */
  busy: readonly Busy[];
};

/** The work in progress behind the transcript, or why there is none. */
export function PendingNotice({ state, pending, busy }: PendingNoticeProps) {
  const { t, i18n } = useTranslation('conversation');
  if (pending.engine === 'unreachable') {
    return (
      <Notice
        kind="warning"
        title={pending.away === null ? t('pending.temporalAway') : failureTitle(i18n.t, pending.away)}
      >
        {pending.away?.words ? <p className="wrap-anywhere">{pending.away.words}</p> : null}
        <p>{t('pending.temporalAwayHint')}</p>
      </Notice>
    );
  }
  if (pending.engine === 'unknown_workflow') {
    return state === 'starting' ? (
      <Notice kind="warning" title={t('pending.notStarted')}>
        {t('pending.notStartedHint')}
      </Notice>
    ) : (
      <Notice kind="warning" title={t('pending.unknownWorkflow')}>
        {t('pending.unknownWorkflowHint')}
      </Notice>
    );
  }
  if (pending.noWorker) {
    return (
      <Notice kind="warning" title={t('pending.noWorker')}>
        {t('pending.noWorkerHint')}
      </Notice>
    );
  }
  const troubled = pending.activities.filter(({ lastFailure }) => lastFailure !== null);
  if (troubled.length > 0)
    return troubled.map((activity) => <Troubled key={activity.id} activity={activity} />);
  // Text that is being written, or an open task, says more than a notice.
  const quiet = busy.filter(({ doing }) => !SEEN_IN_PLACE.has(doing.kind));
  const runsCode = pending.activities.some(({ type }) => type === 'runCode');
  if (state !== 'starting' && quiet.length === 0 && !runsCode) return null;
  return (
    <div className="flex items-start gap-2.5 py-1.5 text-sm text-ink-muted sm:pl-13">
      <Spinner className="mt-1 shrink-0" />
      {quiet.length === 0 ? (
        <p>{runsCode ? t('pending.runningCode') : t('pending.starting')}</p>
      ) : (
        <ul aria-label={t('pending.label')}>
          {quiet.map(({ scope, name, doing }) => (
            <li key={`${scope}/${name}`} className="wrap-anywhere">
              {scope === ''
                ? t('busy', { name, doing: doingInWords(doing, i18n.t) })
                : t('busyInTeam', { team: scopeTitle(scope), name, doing: doingInWords(doing, i18n.t) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Activities that the transcript itself shows. */
const SEEN_IN_PLACE: ReadonlySet<Doing['kind']> = new Set(['writes', 'waits', 'teamWorks']);

/** "attempt 3 of 8": counts requests to a model if they are limited, otherwise the step's attempts. */
function attemptInWords({ attempt, maximumAttempts, lastFailure }: PendingActivity, t: Translate): string {
  const requests = lastFailure?.requests ?? null;
  if (requests !== null && requests.made < requests.atMost) {
    return t('conversation:pending.attemptOf', { attempt: requests.made + 1, atMost: requests.atMost });
  }
  const isBounded = maximumAttempts !== null && maximumAttempts <= 1_000;
  return isBounded
    ? t('conversation:pending.attemptOf', { attempt, atMost: maximumAttempts })
    : t('conversation:pending.attempt', { attempt });
}

const STEPS = ['generateReply', 'manage', 'callTool', 'runCode'] as const;

function Troubled({ activity }: { activity: PendingActivity }) {
  const { t, i18n } = useTranslation('conversation');
  const { lastFailure, nextAttemptAt, state } = activity;
  const step = STEPS.find((each) => each === activity.type) ?? 'step';
  return (
    <Notice
      kind="warning"
      title={t(`pending.retrying.${step}`, { attempt: attemptInWords(activity, i18n.t) })}
    >
      {lastFailure === null ? null : <FailureWords failure={lastFailure} />}
      {nextAttemptAt !== null && state === 'scheduled' ? (
        <p className="text-[0.8125rem] text-ink-muted">
          <Trans
            t={t}
            i18nKey="pending.nextAttempt"
            components={{ time: <RelativeTime at={nextAttemptAt} /> }}
          />
        </p>
      ) : null}
    </Notice>
  );
}
