import { Form, Link, useSubmit } from '@remix-run/react';
import { Search } from 'lucide-react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationStates } from '../../../../workflows/domain/recordStates.ts';
import { filtersAnything, type HistoryFilters } from '../../data/conversations/historyFilters.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Select } from '../../views/ui/Select.tsx';

export type HistoryFilterFormProps = {
  filters: HistoryFilters;
  teams: readonly { id: string; name: string }[];
};

/**
 * The filters, which are part of the page's address. A choice applies immediately, the text when it is submitted.
 */
export function HistoryFilterForm({ filters, teams }: HistoryFilterFormProps) {
  const { t } = useTranslation(['history', 'states']);
  const submit = useSubmit();
  const submitChoice = (event: FormEvent<HTMLFormElement>) => {
    if (event.target instanceof HTMLSelectElement) submit(event.currentTarget);
  };
  return (
    <Form
      // A new form for each address, so that it always shows the address's filters, also after "back".
      key={JSON.stringify(filters)}
      role="search"
      aria-label={t('title')}
      onChange={submitChoice}
      className="mb-4 flex flex-wrap items-end gap-2"
    >
      <Field label={t('filter.searchHint')} labelHidden className="min-w-48 flex-1">
        {(control) => (
          <span className="relative block">
            <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-ink-faint" />
            <Input
              type="search"
              name="q"
              defaultValue={filters.search}
              maxLength={200}
              placeholder={t('filter.searchHint')}
              className="pl-9"
              {...control}
            />
          </span>
        )}
      </Field>
      <div className="flex gap-2 sm:order-last">
        <Button type="submit">{t('filter.search')}</Button>
        {filtersAnything(filters) ? (
          <Button asChild variant="ghost">
            <Link to="/conversations">{t('filter.clear')}</Link>
          </Button>
        ) : null}
      </div>
      <Field label={t('filter.status')} labelHidden className="max-sm:min-w-34 max-sm:flex-1">
        {(control) => (
          <Select name="state" defaultValue={filters.state ?? ''} {...control}>
            <option value="">{t('filter.anyStatus')}</option>
            {conversationStates.map((state) => (
              <option key={state} value={state}>
                {t(`states:conversation.${state}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('filter.team')} labelHidden className="max-sm:min-w-34 max-sm:flex-1">
        {(control) => (
          <Select name="team" defaultValue={filters.teamId ?? ''} {...control}>
            <option value="">{t('filter.anyTeam')}</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </Form>
  );
}
