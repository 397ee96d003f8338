import { Check, Signpost } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { scopeTitle, segmentNames } from '../../../../../workflows/domain/conversation/scope.ts';
import type { TeamPlanView } from '../../../data/conversations/teamView.ts';
import { viewOf } from '../../../views/teams/patterns/registry.ts';
import { Avatar } from '../../../views/ui/Avatar.tsx';
import { classNames } from '../../../views/ui/classNames.ts';
import { type Doing, doingInWords } from './doing.ts';
import type { Busy } from './lane.ts';

export type SpeakersLaneProps = {
  plan: TeamPlanView;
  busy: readonly Busy[];
  /** Who has spoken in this run. */
  spoken: readonly string[];
};

/** The team and its current speakers: several if they work in parallel, and the manager while it decides. */
export function SpeakersLane({ plan, busy, spoken }: SpeakersLaneProps) {
  const own = new Map(busy.flatMap(({ scope, name, doing }) => (scope === '' ? [[name, doing]] : [])));
  const { manager } = viewOf(plan.pattern);
  const { t, i18n } = useTranslation('conversation');
  return (
    <ul aria-label={t('aside.speakers')} className="space-y-1">
      {manager === null ? null : (
        <Speaker
          name={manager.name(i18n.t)}
          of="manager"
          doing={own.get(plan.manager)}
          hasSpoken={false}
          inner={[]}
        />
      )}
      {plan.participants.map(({ name, kind }) => (
        <Speaker
          key={name}
          name={name}
          of={kind === 'person' ? 'person' : 'agent'}
          doing={own.get(name)}
          hasSpoken={spoken.includes(name)}
          inner={busy.filter(({ scope }) => isBehind(scope, name))}
        />
      ))}
    </ul>
  );
}

type SpeakerProps = {
  name: string;
  of: 'agent' | 'person' | 'manager';
  doing: Doing | undefined;
  hasSpoken: boolean;
  /** The active members of its inner team. */
  inner: readonly Busy[];
};

function Speaker({ name, of, doing, hasSpoken, inner }: SpeakerProps) {
  const { t, i18n } = useTranslation('conversation');
  return (
    <li
      data-speaker={name}
      data-active={doing === undefined ? undefined : ''}
      className={classNames(
        'rounded-lg px-2 py-1.5 transition-colors',
        doing === undefined ? '' : 'bg-brand-soft',
      )}
    >
      <div className="flex items-center gap-2.5">
        {of === 'manager' ? (
          <span className="grid size-6 shrink-0 place-items-center rounded-lg bg-neutral-soft text-neutral-ink">
            <Signpost aria-hidden className="size-3.5" />
          </span>
        ) : (
          <Avatar name={name} of={of} size="sm" />
        )}
        <span className="min-w-0 flex-1 text-[0.8125rem] leading-snug">
          <span className="block font-medium wrap-anywhere">{name}</span>
          {doing === undefined ? null : (
            <span className="block text-ink-muted">{doingInWords(doing, i18n.t)}</span>
          )}
        </span>
        {doing === undefined && hasSpoken ? (
          <>
            <Check aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
            <span className="sr-only">{t('lane.hasSpoken')}</span>
          </>
        ) : null}
        {doing === undefined ? null : (
          <span aria-hidden className="size-2 shrink-0 animate-pulse-dot rounded-full bg-brand" />
        )}
      </div>
      {inner.length === 0 ? null : (
        <ul className="mt-1 space-y-0.5 pl-8.5 text-xs text-ink-muted">
          {inner.map(({ scope, name: member, doing: its }) => (
            <li key={`${scope}/${member}`} className="wrap-anywhere">
              <span className="font-medium text-ink">{member}</span> {doingInWords(its, i18n.t)}
              <span className="sr-only"> {t('lane.inTeam', { team: scopeTitle(scope) })}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function isBehind(scope: string, participant: string): boolean {
  const [first = ''] = scope.split('/', 1);
  return segmentNames(first).participant === participant && scope !== '';
}
