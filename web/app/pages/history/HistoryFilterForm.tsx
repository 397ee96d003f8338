import { Form, Link, useSubmit } from '@remix-run/react';
import { Search } from 'lucide-react';
import type { FormEvent } from 'react';
import { Button } from '../../views/ui/Button.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Select } from '../../views/ui/Select.tsx';
import {
  CONVERSATION_STATES,
  filtersAnything,
  type HistoryFilters,
} from '../../data/conversations/historyFilters.ts';

const STATE_LABELS: Record<(typeof CONVERSATION_STATES)[number], string> = {
  starting: 'Starting',
  running: 'Running',
  waiting: 'Waiting for you',
  parked: 'Parked on an error',
  paused: 'Paused',
  finished: 'Finished',
  stopped: 'Stopped',
  cancelled: 'Cancelled',
  failed: 'Failed',
};

export type HistoryFilterFormProps = {
  filters: HistoryFilters;
  teams: readonly { id: string; name: string }[];
};

/** The filters, which stand in the page's address. A choice takes effect at once; the text when it is sent. */
export function HistoryFilterForm({ filters, teams }: HistoryFilterFormProps) {
  const submit = useSubmit();
  const submitChoice = (event: FormEvent<HTMLFormElement>) => {
    if (event.target instanceof HTMLSelectElement) submit(event.currentTarget);
  };
  return (
    <Form
      // Another address, another form: what it shows is what the address says, also after "back".
      key={JSON.stringify(filters)}
      role="search"
      aria-label="Conversations"
      onChange={submitChoice}
      className="mb-4 flex flex-wrap items-end gap-2"
    >
      <Field label="Search titles and messages" labelHidden className="min-w-48 flex-1">
        {(control) => (
          <span className="relative block">
            <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-ink-faint" />
            <Input
              type="search"
              name="q"
              defaultValue={filters.search}
              maxLength={200}
              placeholder="Search titles and messages"
              className="pl-9"
              {...control}
            />
          </span>
        )}
      </Field>
      <div className="flex gap-2 sm:order-last">
        <Button type="submit">Search</Button>
        {filtersAnything(filters) ? (
          <Button asChild variant="ghost">
            <Link to="/conversations">Clear</Link>
          </Button>
        ) : null}
      </div>
      <Field label="Status" labelHidden className="max-sm:min-w-34 max-sm:flex-1">
        {(control) => (
          <Select name="state" defaultValue={filters.state ?? ''} {...control}>
            <option value="">Any status</option>
            {CONVERSATION_STATES.map((state) => (
              <option key={state} value={state}>
                {STATE_LABELS[state]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Team" labelHidden className="max-sm:min-w-34 max-sm:flex-1">
        {(control) => (
          <Select name="team" defaultValue={filters.teamId ?? ''} {...control}>
            <option value="">Any team</option>
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
