import { useTranslation } from 'react-i18next';
import type { PartView } from '../../data/health/statusView.ts';
import { Badge } from '../../views/ui/Badge.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import type { Tone } from '../../views/ui/tones.ts';

const TONES: Record<PartView['state'], Tone> = {
  ok: 'green',
  degraded: 'amber',
  down: 'red',
  unused: 'neutral',
};

/** What has to work, a line each. */
export function PartsCard({ parts }: { parts: readonly PartView[] }) {
  const { t } = useTranslation('status');
  return (
    <Card>
      <CardHeader title={t('parts.title')} />
      <CardBody className="py-0">
        <ul className="divide-y divide-line">
          {parts.map(({ name, state, detail }) => (
            <li key={name} data-part={name} data-state={state} className="py-3 text-sm">
              <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                <p className="font-medium">{t(`parts.name.${name}`)}</p>
                <Badge tone={TONES[state]}>{t(`parts.state.${state}`)}</Badge>
              </div>
              <p className="mt-0.5 text-ink-muted">{t(`parts.meaning.${name}`)}</p>
              <p lang="en" className="mt-0.5 font-mono text-[0.8125rem] wrap-anywhere">
                {detail}
              </p>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
