import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../views/ui/Button.tsx';
import { Card, CardBody } from '../../../views/ui/Card.tsx';
import { Field } from '../../../views/ui/Field.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { Select } from '../../../views/ui/Select.tsx';

export interface WakesPageProps {
  conversationId: string;
  title: string;
  /** The one that it wakes now. */
  wakes: { id: string; title: string } | null;
  /** Those that it could wake. */
  others: readonly { id: string; title: string }[];
  result: SubmissionResult | null;
}

/** Which standing conversation the ends of a conversation wake. */
export function WakesPage({ conversationId, title, wakes, others, result }: WakesPageProps) {
  const { t } = useTranslation(['standing', 'webhooks']);
  const navigation = useNavigation();
  const [form, fields] = useForm({
    id: 'wakes',
    lastResult: result,
    defaultValue: { wakes: wakes?.id ?? '' },
  });
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t('webhooks:conversations'), to: '/conversations' },
          { label: title, to: `/conversations/${conversationId}` },
        ]}
        title={t('standing:wakes')}
        description={t('standing:wakesHint')}
      />
      <Card>
        <CardBody>
          {others.length === 0 ? (
            <p className="mb-4 text-sm text-ink-muted">{t('standing:wakesNobody')}</p>
          ) : null}
          <Form method="post" {...getFormProps(form)} className="flex flex-wrap items-end gap-3">
            <Field
              label={t('standing:wakesLabel')}
              hint={t('standing:wakesFrom')}
              errors={fields.wakes.errors}
              className="min-w-44 basis-full sm:flex-1 sm:basis-0"
            >
              {(control) => (
                <Select name={fields.wakes.name} defaultValue={fields.wakes.initialValue} {...control}>
                  <option value="">{t('standing:wakesNone')}</option>
                  {others.map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.title}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Button type="submit" variant="primary" pending={navigation.formMethod === 'POST'}>
              {t('standing:wakesSave')}
            </Button>
          </Form>
        </CardBody>
      </Card>
    </Page>
  );
}
