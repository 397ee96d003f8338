import { Form } from '@remix-run/react';
import { Button } from '../../../views/ui/Button.tsx';
import { EmptyState } from '../../../views/ui/EmptyState.tsx';
import { Field } from '../../../views/ui/Field.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { Select } from '../../../views/ui/Select.tsx';
import { lazy, Suspense } from 'react';
import { useHydrated } from '../../../views/hooks/useHydrated.ts';
import type { MergeDiffViewProps } from './MergeDiffView.tsx';
import { PlainDiff } from './PlainDiff.tsx';

export type ComparePageProps = {
  team: { id: string; name: string };
  versions: readonly { version: number; note: string }[];
  from: { version: number; text: string };
  to: { version: number; text: string };
};

/** Two versions of a team and what is different between them. */
export function ComparePage({ team, versions, from, to }: ComparePageProps) {
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[
          { label: 'Teams', to: '/teams' },
          { label: team.name, to: `/teams/${team.id}` },
        ]}
        title={`Version ${from.version} and version ${to.version}`}
      />
      <Form method="get" className="mb-5 flex flex-wrap items-end gap-3">
        <VersionChoice label="From" name="from" versions={versions} chosen={from.version} />
        <VersionChoice label="To" name="to" versions={versions} chosen={to.version} />
        <Button type="submit">Compare</Button>
      </Form>
      {from.text === to.text ? (
        <EmptyState title="The two are the same" description="Only their names, notes or dates may differ." />
      ) : (
        <VersionDiff
          key={`${from.version} ${to.version}`}
          before={from.text}
          after={to.text}
          beforeLabel={`Version ${from.version}`}
          afterLabel={`Version ${to.version}`}
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
  return (
    <Field label={label} className="w-full max-w-60">
      {(control) => (
        <Select {...control} key={chosen} name={name} defaultValue={chosen}>
          {versions.map(({ version, note }) => (
            <option key={version} value={version}>
              Version {version}
              {note === '' ? '' : `: ${note.slice(0, 40)}`}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

const View = lazy(async () => ({ default: (await import('./MergeDiffView.tsx')).MergeDiffView }));

/** What is different between two texts: as plain lines at first, side by side once the browser has what it takes. */
function VersionDiff(props: MergeDiffViewProps) {
  const { before, after, beforeLabel, afterLabel } = props;
  const plain = (
    <PlainDiff before={before} after={after} label={`What is new from ${beforeLabel} to ${afterLabel}`} />
  );
  if (!useHydrated()) return plain;
  return (
    <Suspense fallback={plain}>
      <View {...props} />
    </Suspense>
  );
}
