import { Notice } from '../../views/ui/Notice.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { Spinner } from '../../views/ui/Spinner.tsx';
import { FailureWords } from '../../views/ui/FailureWords.tsx';
import { scopeTitle } from '../../../../workflows/domain/conversation/scope.ts';
import type { Busy } from './lane/lane.ts';
import { isOver, type ConversationStateName } from '../../../../workflows/domain/recordStates.ts';
import type { PendingActivity, PendingWork } from '../../data/conversations/view.ts';

export type PendingNoticeProps = {
  state: ConversationStateName;
  pending: PendingWork;
  /** Who does what now. */
  busy: readonly Busy[];
};

/** What goes on behind the transcript, or why nothing does. */
export function PendingNotice({ state, pending, busy }: PendingNoticeProps) {
  if (isOver(state)) return null;
  if (pending.engine === 'unreachable') {
    return (
      <Notice kind="warning" title={pending.away?.title ?? 'Temporal cannot be reached'}>
        {pending.away?.words ? <p className="wrap-anywhere">{pending.away.words}</p> : null}
        <p>Nothing is lost. The conversation goes on where it was as soon as Temporal is back.</p>
      </Notice>
    );
  }
  if (pending.engine === 'unknown_workflow') {
    return state === 'starting' ? (
      <Notice kind="warning" title="It has not started yet">
        The task is written down. A worker starts the conversation as soon as it and Temporal run.
      </Notice>
    ) : (
      <Notice kind="warning" title="Temporal does not know this conversation">
        Its workflow is gone from the server. A worker will close the conversation.
      </Notice>
    );
  }
  if (pending.noWorker) {
    return (
      <Notice kind="warning" title="No worker takes the work up">
        The conversation waits, with all that it has, until a worker runs.
      </Notice>
    );
  }
  const troubled = pending.activities.filter(({ lastFailure }) => lastFailure !== null);
  if (troubled.length > 0)
    return troubled.map((activity) => <Troubled key={activity.id} activity={activity} />);
  // A text that is being written says more than any notice; so does a task.
  const quiet = busy.filter(({ doing }) => !SEEN_IN_PLACE.has(doing));
  const runsCode = pending.activities.some(({ type }) => type === 'runCode');
  if (state !== 'starting' && quiet.length === 0 && !runsCode) return null;
  return (
    <div className="flex items-start gap-2.5 py-1.5 text-sm text-ink-muted sm:pl-13">
      <Spinner className="mt-1 shrink-0" />
      {quiet.length === 0 ? (
        <p>{runsCode ? 'Running code…' : 'Starting…'}</p>
      ) : (
        <ul aria-label="Under way">
          {quiet.map(({ scope, name, doing }) => (
            <li key={`${scope}/${name}`} className="wrap-anywhere">
              {scope === '' ? '' : `${scopeTitle(scope)} / `}
              {name}: {doing}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What the transcript itself shows. */
const SEEN_IN_PLACE: ReadonlySet<string> = new Set(['writing…', 'waits for you', 'its team works…']);

/** "attempt 3 of 8": of requests to a model, where those are bounded, else of the step's attempts. */
function attemptInWords({ attempt, maximumAttempts, lastFailure }: PendingActivity): string {
  const requests = lastFailure?.requests ?? null;
  if (requests !== null && requests.made < requests.atMost) {
    return `attempt ${String(requests.made + 1)} of ${String(requests.atMost)}`;
  }
  const isBounded = maximumAttempts !== null && maximumAttempts <= 1_000;
  return `attempt ${String(attempt)}${isBounded ? ` of ${String(maximumAttempts)}` : ''}`;
}

const STEPS: Record<string, string> = {
  generateReply: 'The reply',
  manage: 'The manager’s request',
  callTool: 'The tool call',
  runCode: 'The code',
};

function Troubled({ activity }: { activity: PendingActivity }) {
  const { lastFailure, nextAttemptAt, state } = activity;
  return (
    <Notice
      kind="warning"
      title={`${STEPS[activity.type] ?? 'A step'} is being tried again: ${attemptInWords(activity)}`}
    >
      {lastFailure === null ? null : <FailureWords failure={lastFailure} />}
      {nextAttemptAt !== null && state === 'scheduled' ? (
        <p className="text-[0.8125rem] text-ink-muted">
          Next attempt <RelativeTime at={nextAttemptAt} />
        </p>
      ) : null}
    </Notice>
  );
}
