import { Form, Link, useNavigation } from '@remix-run/react';
import { Search } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DEFAULT_FIELDS,
  LONGEST_QUESTION,
  type SearchFaults,
  type SearchFields,
} from '../../../data/knowledge/searchRequest.ts';
import { useHydrated } from '../../../views/hooks/useHydrated.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { Card, CardBody } from '../../../views/ui/Card.tsx';
import { classNames } from '../../../views/ui/classNames.ts';
import { Field } from '../../../views/ui/Field.tsx';
import { Fold } from '../../../views/ui/Fold.tsx';
import { Input } from '../../../views/ui/Input.tsx';
import { Textarea } from '../../../views/ui/Textarea.tsx';

const PATH = '/knowledge/search';

export type SearchFormProps = {
  fields: SearchFields;
  faults: SearchFaults;
  /** The names of the project's collections. */
  collections: readonly string[];
};

/** The question, and how it is searched. */
export function SearchForm({ fields, faults, collections }: SearchFormProps) {
  const { t } = useTranslation('documentSearch');
  const searching = useNavigation().location?.pathname === PATH;
  const isChanged = JSON.stringify(fields) !== JSON.stringify(DEFAULT_FIELDS);
  return (
    <Card>
      <CardBody>
        <Form action={PATH} role="search" aria-label={t('title')} className="space-y-5">
          <Field label={t('question')} errors={faults.q}>
            {(control) => (
              <Input
                {...control}
                type="search"
                name="q"
                defaultValue={fields.q}
                placeholder={t('placeholder')}
                maxLength={LONGEST_QUESTION}
                autoComplete="off"
              />
            )}
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            {collections.length === 0 ? null : (
              <CollectionChoice collections={collections} chosen={fields.collection} />
            )}
            <WeightField weight={fields.weight} errors={faults.weight} />
          </div>
          <Fold label={t('more')} open={changesMore(fields) || hasFaults(faults)}>
            <MoreSettings fields={fields} faults={faults} />
          </Fold>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" pending={searching}>
              {searching ? null : <Search aria-hidden />}
              {searching ? t('submitting') : t('submit')}
            </Button>
            {isChanged ? (
              <Button asChild variant="ghost">
                <Link to={PATH}>{t('reset')}</Link>
              </Button>
            ) : null}
          </div>
        </Form>
      </CardBody>
    </Card>
  );
}

const MORE = ['count', 'threshold', 'diversity', 'neighbours', 'filter'] as const;

function changesMore(fields: SearchFields): boolean {
  return MORE.some((name) => fields[name] !== DEFAULT_FIELDS[name]);
}

function hasFaults(faults: SearchFaults): boolean {
  return MORE.some((name) => faults[name] !== undefined);
}

function CollectionChoice({
  collections,
  chosen,
}: {
  collections: readonly string[];
  chosen: readonly string[];
}) {
  const { t } = useTranslation('documentSearch');
  const hint = useId();
  return (
    <fieldset className="min-w-0 space-y-1.5" aria-describedby={hint}>
      <legend className="text-sm font-medium">{t('collections')}</legend>
      <p id={hint} className="text-[0.8125rem] leading-snug text-ink-muted">
        {t('collectionsHint')}
      </p>
      <ul className="max-h-40 space-y-1.5 overflow-y-auto rounded-lg border border-line p-2.5">
        {collections.map((name) => (
          <li key={name}>
            <label className="flex w-fit items-start gap-2.5 text-sm">
              <input
                type="checkbox"
                name="collection"
                value={name}
                defaultChecked={chosen.includes(name)}
                className="mt-0.5 size-4 shrink-0 accent-brand"
              />
              <span className="wrap-anywhere">{name}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** A number, which a slider moves where there are scripts. */
function WeightField({ weight: initial, errors }: { weight: string; errors: readonly string[] | undefined }) {
  const { t } = useTranslation('documentSearch');
  const hydrated = useHydrated();
  const [weight, setWeight] = useState(initial);
  const number = Number(weight);
  return (
    <Field label={t('weight')} hint={t('weightHint')} errors={errors}>
      {(control) => (
        <div className="flex items-center gap-3">
          <Input
            {...control}
            name="weight"
            inputMode="decimal"
            autoComplete="off"
            value={weight}
            onChange={({ currentTarget }) => setWeight(currentTarget.value)}
            className="tabular w-20"
          />
          <input
            type="range"
            aria-label={t('weightSlider')}
            min={0}
            max={1}
            step={0.05}
            value={Number.isFinite(number) ? number : 0}
            onChange={({ currentTarget }) => setWeight(currentTarget.value)}
            className={classNames('h-10 min-w-0 flex-1 accent-brand', hydrated ? '' : 'invisible')}
          />
        </div>
      )}
    </Field>
  );
}

const NUMBERS = ['count', 'threshold', 'diversity', 'neighbours'] as const;

function MoreSettings({ fields, faults }: Pick<SearchFormProps, 'fields' | 'faults'>) {
  const { t } = useTranslation('documentSearch');
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {NUMBERS.map((name) => (
        <Field key={name} label={t(name)} hint={t(`${name}Hint`)} errors={faults[name]}>
          {(control) => (
            <Input
              {...control}
              name={name}
              defaultValue={fields[name]}
              inputMode={name === 'threshold' ? 'text' : 'decimal'}
              autoComplete="off"
              className="tabular max-w-32"
            />
          )}
        </Field>
      ))}
      <Field label={t('filter')} hint={t('filterHint')} errors={faults.filter} className="sm:col-span-2">
        {(control) => (
          <Textarea
            {...control}
            name="filter"
            defaultValue={fields.filter}
            rows={2}
            spellCheck={false}
            className="min-h-16 font-mono text-[0.8125rem]"
          />
        )}
      </Field>
    </div>
  );
}
