import { Form } from '@remix-run/react';
import { Pause, Play, RotateCcw, X } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { isDocumentRefusal } from '../../../../workflows/domain/knowledge/documentRefusal.ts';
import {
  type ImportItemState,
  type ImportState,
  isOngoing,
  isOutcome,
} from '../../../../workflows/domain/knowledge/importStates.ts';
import type { importIntents } from '../../data/knowledge/importIntents.ts';
import { useRevalidateEvery } from '../../views/hooks/useRevalidateEvery.ts';
import { Badge } from '../../views/ui/Badge.tsx';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { failureTitle } from '../../views/ui/failureTitle.ts';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import type { Tone } from '../../views/ui/tones.ts';

type ShownItem = {
  id: string;
  source: string;
  state: ImportItemState;
  failureType: string | null;
  failureMessage: string | null;
};

export type ShownImport = { id: string; state: ImportState; createdAt: Date; items: ShownItem[] };

/** Documents of an import that are named on the page. */
const MOST_SHOWN = 50;
const EVERY_MS = 2_000;

/** What needs a person's eye stands first. */
const ORDER: Record<ImportItemState, number> = {
  failed: 0,
  working: 1,
  waiting: 2,
  cancelled: 3,
  added: 4,
  unchanged: 5,
};

const TONES: Record<ImportItemState, Tone> = {
  failed: 'red',
  working: 'blue',
  waiting: 'neutral',
  cancelled: 'neutral',
  added: 'green',
  unchanged: 'neutral',
};

/** The imports of a collection that are under way or have failures; nothing where there are none. */
export function ImportSection({ imports }: { imports: readonly ShownImport[] }) {
  const { t } = useTranslation('knowledge');
  useRevalidateEvery(
    EVERY_MS,
    imports.some(({ state }) => isOngoing(state)),
  );
  if (imports.length === 0) return null;
  return (
    <section aria-label={t('import.underWay')} className="space-y-4">
      {imports.map((each) => (
        <ImportView key={each.id} shown={each} />
      ))}
    </section>
  );
}

function ImportView({ shown }: { shown: ShownImport }) {
  const { t } = useTranslation('knowledge');
  const { id, state, items } = shown;
  const done = items.filter((item) => isOutcome(item.state)).length;
  const inOrder = items.toSorted((a, b) => ORDER[a.state] - ORDER[b.state]);
  const underWay = isOngoing(state);
  return (
    <Card>
      <CardHeader
        title={`${t(`import.states.${state}`)} · ${t('import.done', { done, all: items.length })}`}
        description={
          <Trans t={t} i18nKey="import.begun" components={{ time: <RelativeTime at={shown.createdAt} /> }} />
        }
        actions={
          <Form method="post" className="flex flex-wrap gap-2" preventScrollReset>
            <input type="hidden" name="importId" value={id} />
            {state === 'running' ? <IntentButton intent="pause" /> : null}
            {state === 'paused' ? <IntentButton intent="resume" /> : null}
            {underWay ? <IntentButton intent="cancel" /> : null}
            {!underWay && items.some((item) => item.state === 'failed') ? (
              <IntentButton intent="retry" />
            ) : null}
          </Form>
        }
      />
      <CardBody>
        <ul className="space-y-3">
          {inOrder.slice(0, MOST_SHOWN).map((item) => (
            <ImportItem key={item.id} item={item} />
          ))}
        </ul>
        {items.length > MOST_SHOWN ? (
          <p className="mt-3 text-sm text-ink-muted">
            {t('import.more', { count: items.length - MOST_SHOWN })}
          </p>
        ) : null}
      </CardBody>
    </Card>
  );
}

const ICONS = { pause: Pause, resume: Play, cancel: X, retry: RotateCcw };

function IntentButton({ intent }: { intent: (typeof importIntents)[number] }) {
  const { t } = useTranslation('knowledge');
  const Icon = ICONS[intent];
  return (
    <Button type="submit" size="sm" name="intent" value={intent}>
      <Icon aria-hidden />
      {t(`import.${intent}`)}
    </Button>
  );
}

function ImportItem({ item }: { item: ShownItem }) {
  const { t } = useTranslation('knowledge');
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Badge tone={TONES[item.state]}>{t(`import.itemStates.${item.state}`)}</Badge>
        <span className="font-medium wrap-anywhere">{item.source}</span>
      </p>
      {item.failureType === null ? null : (
        <FailureReason type={item.failureType} message={item.failureMessage} />
      )}
    </li>
  );
}

/** Why a document failed, what to do, and the worker's own words, which say where. */
function FailureReason({ type, message }: { type: string; message: string | null }) {
  const { t, i18n } = useTranslation('knowledge');
  const refused = isDocumentRefusal(type);
  const title = refused
    ? t(`refusals.${type}.title`)
    : type.startsWith('store_')
      ? t('import.notStored')
      : failureTitle(i18n.t, { type, address: null });
  return (
    <div className="mt-1 text-sm">
      <p>
        <Trans
          t={t}
          i18nKey="import.reason"
          values={{ title, advice: refused ? t(`refusals.${type}.advice`) : t('import.tryAgain') }}
          components={{ b: <span className="font-medium" /> }}
        />
      </p>
      {message === null || message === '' ? null : (
        <p lang="en" className="text-[0.8125rem] text-ink-muted wrap-anywhere">
          {message}
        </p>
      )}
    </div>
  );
}
