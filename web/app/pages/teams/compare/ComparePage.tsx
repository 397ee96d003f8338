import { Form } from '@remix-run/react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useHydrated } from '../../../views/hooks/useHydrated.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { EmptyState } from '../../../views/ui/EmptyState.tsx';
import { Field } from '../../../views/ui/Field.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { Select } from '../../../views/ui/Select.tsx';
import type { MergeDiffViewProps } from './MergeDiffView.tsx';
import { PlainDiff } from './PlainDiff.tsx';

export type ComparePageProps = {
  team: { id: string; name: string };
  versions: readonly { version: number; note: string }[];
  from: { version: number; text: string };
  to: { version: number; text: string };
};

/** Two versions of a team and their differences. */
export function ComparePage({ team, versions, from, to }: ComparePageProps) {
  const { t } = useTranslation('teams');
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[
          { label: t('title'), to: '/teams' },
          { label: team.name, to: `/teams/${team.id}` },
        ]}
        title={t('compare.title', { from: from.version, to: to.version })}
      />
      <Form method="get" className="mb-5 flex flex-wrap items-end gap-3">
        <VersionChoice label={t('compare.from')} name="from" versions={versions} chosen={from.version} />
        <VersionChoice label={t('compare.to')} name="to" versions={versions} chosen={to.version} />
        <Button type="submit">{t('compare.submit')}</Button>
      </Form>
      {from.text === to.text ? (
        <EmptyState title={t('compare.same')} description={t('compare.sameHint')} />
      ) : (
        <VersionDiff
          key={`${from.version} ${to.version}`}
          before={from.text}
          after={to.text}
          beforeLabel={t('version', { version: from.version })}
          afterLabel={t('version', { version: to.version })}
          label={t('compare.changes', { from: from.version, to: to.version })}
        />
      )}
    </Page>
  );
}

type VersionChoiceProps = {
  label: string;
  name: string;
  versions: ComparePageProps['versions'];
  chosen: number;
};

function VersionChoice({ label, name, versions, chosen }: VersionChoiceProps) {
  const { t } = useTranslation('teams');
  return (
    <Field label={label} className="w-full max-w-60">
      {(control) => (
        <Select {...control} key={chosen} name={name} defaultValue={chosen}>
          {versions.map(({ version, note }) => (
            <option key={version} value={version}>
              {note === ''
                ? t('version', { version })
                : t('compare.option', { version, note: note.slice(0, 40) })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

const View = lazy(async () => ({ default: (await import('./MergeDiffView.tsx')).MergeDiffView }));

/**
 * The differences between two texts: as plain lines at first, side by side once the browser has loaded the editor.
 */
function VersionDiff({ label, ...texts }: MergeDiffViewProps & { label: string }) {
  const plain = <PlainDiff before={texts.before} after={texts.after} label={label} />;
  if (!useHydrated()) return plain;
  return (
    <Suspense fallback={plain}>
      <View {...texts} />
    </Suspense>
  );
}
