import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ReplayVerdict } from '../../../../workflows/domain/replay/verdict.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody } from '../../views/ui/Card.tsx';
import { FormError } from '../../views/ui/FormError.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { VerdictView } from './VerdictView.tsx';

export type UploadPageProps = {
  mostMiB: number;
  verdict: ReplayVerdict | null | undefined;
  faults: string[] | undefined;
};

/** Replays a history from a file. */
export function UploadPage({ mostMiB, verdict, faults }: UploadPageProps) {
  const { t } = useTranslation('replay');
  const pending = useNavigation().state !== 'idle';
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t('conversations'), to: '/conversations' }]}
        title={t('upload.title')}
        description={t('upload.description', { size: mostMiB })}
      />
      <Card>
        <CardBody>
          <Form method="post" encType="multipart/form-data" className="flex flex-wrap items-end gap-3">
            <label className="min-w-0 flex-1 text-sm font-medium">
              <span className="mb-1 block">{t('upload.file')}</span>
              <input
                type="file"
                name="history"
                accept="application/json,.json"
                required
                className="w-full min-w-0 text-sm"
              />
            </label>
            <Button type="submit" variant="primary" pending={pending}>
              {t('upload.start')}
            </Button>
          </Form>
        </CardBody>
      </Card>
      <div className="mt-4 space-y-4">
        <FormError errors={faults} />
        {verdict ? <VerdictView verdict={verdict} /> : null}
      </div>
    </Page>
  );
}
