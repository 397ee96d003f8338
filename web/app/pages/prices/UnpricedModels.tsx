import { Trans, useTranslation } from 'react-i18next';
import { Notice } from '../../views/ui/Notice.tsx';

/** The models whose calls have no known cost. */
export function UnpricedModels({ models }: { models: readonly { model: string; callCount: number }[] }) {
  const { t } = useTranslation('prices');
  if (models.length === 0) return null;
  return (
    <Notice kind="warning" title={t('unpriced.title')}>
      <ul className="mt-0.5 space-y-0.5">
        {models.map(({ model, callCount }) => (
          <li key={model} className="wrap-anywhere">
            <Trans
              t={t}
              i18nKey="unpriced.calls"
              count={callCount}
              values={{ model }}
              components={{ code: <code className="font-mono text-[0.8125rem]" /> }}
            />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
