import { Form, Link } from '@remix-run/react';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Input } from './Input.tsx';

export type ListSearchProps = {
  search: string;
  /** The other query parameters of the list. */
  kept?: Readonly<Record<string, string>>;
};

/** Searches a list by name; the search term is part of the address. */
export function ListSearch({ search, kept = {} }: ListSearchProps) {
  const { t } = useTranslation('common');
  const all = new URLSearchParams(kept).toString();
  return (
    <Form key={search} role="search" className="mb-4 flex flex-wrap items-center gap-2">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span className="relative block min-w-48 flex-1 sm:max-w-sm">
        <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-ink-faint" />
        <Input
          type="search"
          name="q"
          aria-label={t('list.searchByName')}
          placeholder={t('list.searchByName')}
          defaultValue={search}
          maxLength={200}
          className="pl-9"
        />
      </span>
      <Button type="submit">{t('list.search')}</Button>
      {search === '' ? null : (
        <Button asChild variant="ghost">
          <Link to={`?${all}`}>{t('list.clear')}</Link>
        </Button>
      )}
    </Form>
  );
}
