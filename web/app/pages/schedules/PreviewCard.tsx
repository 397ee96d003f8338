import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FormPreview } from '../../data/schedules/previewOfForm.ts';
import { useFaultWords } from '../../languages/faultWords.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { NextTimes } from './NextTimes.tsx';

/** The next runs of a form that is being filled in. Without scripts a button asks the server for them. */
export function PreviewCard({ preview }: { preview: FormPreview | null }) {
  const { t } = useTranslation('schedules');
  return (
    <Card className="lg:sticky lg:top-6">
      <CardHeader
        title={t('form.preview')}
        description={preview?.kind === 'times' ? t('times.zone', { zone: preview.timeZone }) : null}
        actions={
          <noscript>
            <Button type="submit" size="sm" name="intent" value="preview">
              {t('form.previewSubmit')}
            </Button>
          </noscript>
        }
      />
      <CardBody>
        <div aria-live="polite">
          <Preview preview={preview} />
        </div>
      </CardBody>
    </Card>
  );
}

function Preview({ preview }: { preview: FormPreview | null }) {
  const { t } = useTranslation('schedules');
  const words = useFaultWords();
  if (preview === null) return <p className="text-sm text-ink-muted">{t('form.previewWaits')}</p>;
  if (preview.kind === 'times') {
    return preview.times.length === 0 ? (
      <p className="text-sm text-ink-muted">{t('form.previewNone')}</p>
    ) : (
      <NextTimes times={preview.times} timeZone={preview.timeZone} />
    );
  }
  return (
    <ul className="space-y-2 text-sm">
      {[...new Set(Object.values(preview.faults).flat())].map((fault) => (
        <li key={fault} className="flex items-start gap-1.5">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-amber-ink" />
          <span className="min-w-0 wrap-anywhere">{words(fault)}</span>
        </li>
      ))}
    </ul>
  );
}
