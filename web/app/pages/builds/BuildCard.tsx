import { Form, Link, useNavigation } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import type { BuildState } from '../../../../workflows/domain/releases/buildStates.ts';
import type { BuildView } from '../../data/builds/buildsView.ts';
import { Badge } from '../../views/ui/Badge.tsx';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { ConversationStateBadge } from '../../views/ui/ConversationStateBadge.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import type { Tone } from '../../views/ui/tones.ts';

const TONES: Record<BuildState, Tone> = {
  current: 'green',
  ramping: 'blue',
  draining: 'amber',
  drained: 'neutral',
  inactive: 'neutral',
};

/** A build, and the open conversations that stay on it, which may be moved. */
export function BuildCard({ build, mayMove }: { build: BuildView; mayMove: boolean }) {
  const { t } = useTranslation('builds');
  const pending = useNavigation().state !== 'idle';
  const { buildId, state, open, isPolled, conversations } = build;
  const isStranded = open > 0 && !isPolled;
  const more = open - conversations.length;
  return (
    <Card data-build={buildId} data-state={state}>
      <CardHeader
        title={<span className="font-mono wrap-anywhere">{buildId}</span>}
        description={<Facts build={build} />}
        actions={<Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>}
      />
      <CardBody className="space-y-3">
        {isStranded ? (
          <Notice kind="warning" title={t('stranded.title')}>
            {t('stranded.text')}
          </Notice>
        ) : null}
        {state === 'drained' && isPolled ? <p className="text-sm">{t('drained')}</p> : null}
        {conversations.length === 0 ? null : (
          <ul
            aria-label={t('conversations', { build: buildId })}
            className="divide-y divide-line border-y border-line"
          >
            {conversations.map(({ id, title, state }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm">
                <Link to={`/conversations/${id}`} className="min-w-0 flex-1 truncate font-medium">
                  {title}
                </Link>
                <ConversationStateBadge state={state} />
                {mayMove ? (
                  <Form method="post">
                    <input type="hidden" name="buildId" value={buildId} />
                    <input type="hidden" name="conversationId" value={id} />
                    <Button
                      type="submit"
                      size="sm"
                      aria-label={t('move.oneLabel', { title })}
                      disabled={pending}
                    >
                      {t('move.one')}
                    </Button>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        {conversations.length > 0 && more > 0 ? (
          <p className="text-sm text-ink-muted">{t('more', { count: more })}</p>
        ) : null}
        {mayMove && open > 0 ? (
          <Form method="post" className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <input type="hidden" name="buildId" value={buildId} />
            <Button type="submit" disabled={pending}>
              {t('move.all')}
            </Button>
            <p className="min-w-0 flex-1 basis-60 text-sm text-ink-muted">{t('move.hint')}</p>
          </Form>
        ) : null}
      </CardBody>
    </Card>
  );
}

function Facts({ build }: { build: BuildView }) {
  const { t } = useTranslation('builds');
  const { deployedAt, isPolled, sharePercent, open } = build;
  return (
    <>
      <Trans t={t} i18nKey="facts.deployed" components={{ time: <RelativeTime at={deployedAt} /> }} />
      {' · '}
      {t(isPolled ? 'facts.polled' : 'facts.notPolled')}
      {sharePercent > 0 ? ` · ${t('facts.share', { share: sharePercent })}` : ''}
      {' · '}
      {t('facts.open', { count: open })}
    </>
  );
}
