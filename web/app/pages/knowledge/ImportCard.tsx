import { Form, useNavigation } from '@remix-run/react';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DOCUMENT_MAX_BYTES,
  IMPORT_MAX_BYTES,
  IMPORT_MAX_FILES,
} from '../../../../workflows/domain/knowledge/importLimits.ts';
import { faultsOfFiles, type ImportFaults } from '../../data/knowledge/receivedImport.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { classNames } from '../../views/ui/classNames.ts';
import { Field } from '../../views/ui/Field.tsx';
import { Textarea } from '../../views/ui/Textarea.tsx';

const MEBIBYTE = 2 ** 20;
const LIMITS = {
  files: IMPORT_MAX_FILES,
  max: DOCUMENT_MAX_BYTES / MEBIBYTE,
  total: IMPORT_MAX_BYTES / MEBIBYTE,
};

export type ImportCardProps = {
  collectionId: string;
  /** That of its first rendering counts until it is sent. */
  idempotencyKey: string;
  faults?: ImportFaults | undefined;
};

/** Brings documents into a collection: files that are chosen or dropped, and addresses. */
export function ImportCard({ collectionId, idempotencyKey, faults }: ImportCardProps) {
  const { t } = useTranslation('knowledge');
  const action = `/knowledge/${collectionId}/import`;
  const sending = useNavigation().formAction === action;
  const [key] = useState(idempotencyKey);
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [over, setOver] = useState(false);
  return (
    <Card>
      <CardHeader title={t('import.title')} description={t('import.description')} />
      <CardBody>
        <Form
          method="post"
          action={action}
          encType="multipart/form-data"
          className="space-y-4"
          onSubmit={(event) => {
            if (chosen !== null && chosen.length > 0) event.preventDefault();
          }}
        >
          <input type="hidden" name="idempotencyKey" value={key} />
          <Field
            label={t('import.files')}
            hint={t('import.filesHint', LIMITS)}
            errors={chosen ?? faults?.files}
          >
            {(control) => (
              // A browser takes files that are dropped on the field itself, so it is a large one.
              <input
                {...control}
                type="file"
                name="files"
                multiple
                onChange={({ currentTarget }) => setChosen(faultsOfFiles([...(currentTarget.files ?? [])]))}
                onDragEnter={() => setOver(true)}
                onDragLeave={() => setOver(false)}
                onDrop={() => setOver(false)}
                className={classNames(
                  'block w-full rounded-lg border border-dashed px-4 py-6 text-sm file:mr-3 file:h-10 file:cursor-pointer file:rounded-lg file:border file:border-line file:bg-surface file:px-4 file:text-sm file:font-medium file:text-ink',
                  over ? 'border-focus bg-hover' : 'border-line-strong',
                )}
              />
            )}
          </Field>
          <Field label={t('import.addresses')} hint={t('import.addressesHint')} errors={faults?.addresses}>
            {(control) => (
              <Textarea
                {...control}
                name="addresses"
                rows={2}
                spellCheck={false}
                className="min-h-16 font-mono text-[0.8125rem]"
              />
            )}
          </Field>
          <Button type="submit" variant="primary" pending={sending}>
            {sending ? null : <Upload aria-hidden />}
            {sending ? t('import.submitting') : t('import.submit')}
          </Button>
        </Form>
      </CardBody>
    </Card>
  );
}
