import { useTranslation } from 'react-i18next';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { ImportCard, type ImportCardProps } from './ImportCard.tsx';

/** The form that brings documents in, alone: where it is shown again with what is wrong. */
export function ImportPage({ name, ...form }: ImportCardProps & { name: string }) {
  const { t } = useTranslation('knowledge');
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t('title'), to: '/knowledge' },
          { label: name, to: `/knowledge/${form.collectionId}` },
        ]}
        title={t('import.titleFor', { name })}
      />
      <ImportCard {...form} />
    </Page>
  );
}
