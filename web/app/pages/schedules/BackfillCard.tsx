import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { overlapPolicies, type OverlapPolicy } from '../../../../workflows/domain/schedules/states.ts';
import { wakingOverlaps } from '../../../../workflows/domain/schedules/waking.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { Select } from '../../views/ui/Select.tsx';
import { useOverlapWords } from './useOverlapWords.ts';

/** What a person has asked for, with what it would start, or what is wrong with it. */
export type BackfillAnswer = {
  from: string;
  until: string;
  overlap: OverlapPolicy;
  faults: string[];
  counted: { times: number; starts: number } | null;
};

export type BackfillCardProps = {
  idempotencyKey: string;
  answer: BackfillAnswer | null;
  timeZone: string;
  /** It wakes a standing conversation. */
  isWaking: boolean;
};

/** Fills in dates of the past: a range first, then how many runs that starts, then the start. */
export function BackfillCard({ idempotencyKey, answer, timeZone, isWaking }: BackfillCardProps) {
  const { t } = useTranslation('schedules');
  const overlapWords = useOverlapWords(isWaking);
  const pending = useNavigation().formData?.get('intent');
  const counted = answer?.counted ?? null;
  return (
    <Card>
      <CardHeader title={t('backfill.title')} description={t('backfill.description')} />
      <CardBody className="space-y-4">
        <Form method="post" preventScrollReset className="grid items-end gap-4 sm:grid-cols-3">
          <Field label={t('backfill.from')} hint={timeZone} errors={answer?.faults}>
            {(control) => (
              <Input type="datetime-local" name="from" required defaultValue={answer?.from} {...control} />
            )}
          </Field>
          <Field label={t('backfill.until')} hint={timeZone}>
            {(control) => (
              <Input type="datetime-local" name="until" required defaultValue={answer?.until} {...control} />
            )}
          </Field>
          <Field label={t('backfill.overlap')}>
            {(control) => (
              <Select name="overlap" defaultValue={answer?.overlap ?? 'buffer_all'} {...control}>
                {(isWaking ? wakingOverlaps : overlapPolicies).map((policy) => (
                  <option key={policy} value={policy}>
                    {overlapWords(policy)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <div className="sm:col-span-3">
            <Button type="submit" name="intent" value="count" pending={pending === 'count'}>
              {t('backfill.count')}
            </Button>
          </div>
        </Form>
        {answer === null || counted === null ? null : counted.starts === 0 ? (
          <Notice>{t('backfill.countedNone', { times: counted.times })}</Notice>
        ) : (
          <Notice
            title={t('backfill.counted', { count: counted.starts, times: counted.times })}
            actions={
              <Form method="post">
                <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
                <input type="hidden" name="from" value={answer.from} />
                <input type="hidden" name="until" value={answer.until} />
                <input type="hidden" name="overlap" value={answer.overlap} />
                <Button
                  type="submit"
                  variant="primary"
                  size="sm"
                  name="intent"
                  value="backfill"
                  pending={pending === 'backfill'}
                >
                  {t('backfill.submit', { count: counted.starts })}
                </Button>
              </Form>
            }
          />
        )}
      </CardBody>
    </Card>
  );
}
