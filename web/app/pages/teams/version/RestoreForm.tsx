import { Form, Link, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../views/ui/Button.tsx';

export type RestoreFormProps = { teamId: string; version: number; newest: number; submissionId: string };

/** Restores an old version as a new one, so that nothing is lost. */
export function RestoreForm({ teamId, version, newest, submissionId }: RestoreFormProps) {
  const { t } = useTranslation('teams');
  const pending = useNavigation().formData?.get('intent') === 'restore';
  return (
    <Form method="post" action={`/teams/${teamId}/versions/${version}`} className="mt-2 flex flex-wrap gap-2">
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="basedOn" value={newest} />
      <Button type="submit" name="intent" value="restore" size="sm" pending={pending}>
        {t('page.restore', { version: newest + 1 })}
      </Button>
      <Button asChild size="sm">
        <Link to={`/teams/${teamId}/compare?from=${version}&to=${newest}`}>
          {t('page.compareWith', { version: newest })}
        </Link>
      </Button>
    </Form>
  );
}
