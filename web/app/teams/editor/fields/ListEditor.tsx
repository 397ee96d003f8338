import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../components/ui/Button.tsx';
import type { TeamPath } from '../../check/issuesOf.ts';
import { useListField } from '../DraftContext.tsx';
import { moved } from '../jsonValue.ts';
import { FieldErrors } from './FieldErrors.tsx';
import { IssueMark } from './IssueMark.tsx';

export type NewEntry = { label: string; entry: () => unknown };

export type ListEditorProps = {
  path: TeamPath;
  /** What the list holds, in one word: "tool". */
  noun: string;
  /** What is shown of an entry in its head. */
  titleOf: (entry: unknown, index: number) => ReactNode;
  /** What can be added, a button each. */
  add: readonly NewEntry[];
  /** Said where there is nothing. */
  empty?: string;
  /** Entries are shown open at first. */
  open?: boolean;
  children: (path: TeamPath, entry: unknown) => ReactNode;
};

/** A list in the team's JSON: its entries, folded, to change, move and remove, and buttons to add more. */
export function ListEditor({ path, noun, titleOf, add, empty, open = false, children }: ListEditorProps) {
  const { entries, errors, set } = useListField(path);
  return (
    <div className="space-y-2.5">
      <FieldErrors errors={errors} />
      {entries.length === 0 && empty !== undefined ? (
        <p className="text-[0.8125rem] text-ink-muted">{empty}</p>
      ) : null}
      {entries.length === 0 ? null : (
        <ol className="space-y-2.5">
          {entries.map((entry, index) => (
            <li key={index} className="relative">
              <details open={open} className="rounded-lg border border-line bg-surface">
                <summary className="min-h-10 rounded-lg py-2 pr-27 pl-3.5 text-sm font-medium wrap-anywhere">
                  {titleOf(entry, index)}
                  <IssueMark path={[...path, index]} />
                </summary>
                <div className="space-y-4 border-t border-line p-3.5">
                  {children([...path, index], entry)}
                </div>
              </details>
              <EntryButtons
                name={`${noun} ${String(index + 1)}`}
                isFirst={index === 0}
                isLast={index === entries.length - 1}
                onMove={(by) => set(moved(entries, index, by))}
                onRemove={() => set(entries.filter((_entry, at) => at !== index))}
              />
            </li>
          ))}
        </ol>
      )}
      <div className="flex flex-wrap gap-2">
        {add.map(({ label, entry }) => (
          <Button
            key={label}
            size="sm"
            className="h-auto min-h-8 py-1 text-left whitespace-normal"
            onClick={() => set([...entries, entry()])}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}

type EntryButtonsProps = {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: number) => void;
  onRemove: () => void;
};

function EntryButtons({ name, isFirst, isLast, onMove, onRemove }: EntryButtonsProps) {
  const shared = { variant: 'ghost', className: 'size-7 rounded-md' } as const;
  return (
    <div className="absolute top-1.5 right-2 flex gap-0.5">
      <Button
        {...shared}
        size="icon"
        aria-label={`Move ${name} up`}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        {...shared}
        size="icon"
        aria-label={`Move ${name} down`}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden />
      </Button>
      <Button {...shared} size="icon" aria-label={`Remove ${name}`} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}
