import {
  getFormProps,
  getInputProps,
  getSelectProps,
  type SubmissionResult,
  useForm,
} from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { mailPaces } from '../../../../workflows/domain/notices/noticeStates.ts';
import { paceSchema } from '../../data/notices/noticeForm.ts';
import type { NoticePreference } from '../../data/notices/preferences.server.ts';
import { parseForm } from '../../data/requests/parseForm.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Select } from '../../views/ui/Select.tsx';

export interface PaceCardProps {
  preference: NoticePreference;
  email: string;
  lastResult: SubmissionResult | undefined;
}

/** How often the person wants mails. */
export function PaceCard({ preference, email, lastResult }: PaceCardProps) {
  const { t } = useTranslation('notices');
  const navigation = useNavigation();
  const [form, fields] = useForm({
    id: 'notice-pace',
    lastResult,
    defaultValue: { ...preference },
    onValidate: ({ formData }) => parseForm(formData, paceSchema),
    shouldRevalidate: 'onInput',
  });
  return (
    <Card>
      <CardHeader title={t('pace.title')} description={t('pace.description', { email })} />
      <CardBody>
        <Form method="post" {...getFormProps(form)} className="flex flex-wrap items-start gap-3">
          <input type="hidden" name="intent" value="pace" />
          <Field label={t('pace.label')} errors={fields.mailPace.errors} className="min-w-64">
            {(control) => (
              <Select {...getSelectProps(fields.mailPace)} {...control}>
                {mailPaces.map((pace) => (
                  <option key={pace} value={pace}>
                    {t(`pace.option.${pace}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field
            label={t('pace.zone')}
            hint={t('pace.zoneHint')}
            errors={fields.timeZone.errors}
            className="min-w-52"
          >
            {(control) => (
              <Input {...getInputProps(fields.timeZone, { type: 'text' })} {...control} autoComplete="off" />
            )}
          </Field>
          <Button
            type="submit"
            variant="primary"
            className="mt-7"
            pending={navigation.formData?.get('intent') === 'pace'}
          >
            {t('pace.submit')}
          </Button>
        </Form>
      </CardBody>
    </Card>
  );
}
