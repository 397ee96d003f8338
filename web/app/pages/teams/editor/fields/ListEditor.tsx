import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { Button } from '../../../../views/ui/Button.tsx';
import { useField, useListField } from '../DraftContext.tsx';
import { moved } from '../jsonValue.ts';
import { placeAttribute } from '../place.ts';
import { EntryButtons } from './EntryButtons.tsx';
import { FieldErrors } from './FieldErrors.tsx';
import { IssueMark } from './IssueMark.tsx';
import { useEntryKeys } from './useEntryKeys.ts';

export type NewEntry = { label: string; entry: () => unknown };

export type EntryNoun =
  'participant' | 'tool' | 'handoff' | 'lookUp' | 'memory' | 'content' | 'source' | 'policy';

export type ListEditorProps = {
  path: TeamPath;
  /** The entries' noun: a message under `entries` names one ("tool 2"). */
  noun: EntryNoun;
  /** An entry's title in its header. */
  titleOf: (entry: unknown, index: number) => ReactNode;
  /** The entries that can be added, one button each. */
  add: readonly NewEntry[];
  /** Shown if the list is empty. */
  empty?: string;
  /** Removes an entry from the draft, if more than the entry has to go. */
  remove?: (index: number) => void;
  children: (path: TeamPath, entry: unknown) => ReactNode;
};

/**
 * A list in the team's JSON: its folded entries, to change, move and remove, and buttons to add more. The focus
 * stays on a moved entry, goes to an added one, and after a removal to the nearest.
 */
export function ListEditor({ path, noun, titleOf, add, empty, remove, children }: ListEditorProps) {
  const { t } = useTranslation('editor');
  const { entries, errors, place, set } = useListField(path);
  const { keys, moveKey, removeKey } = useEntryKeys(entries.length);
  const list = useRef<HTMLOListElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const foldAt = (index: number) =>
    list.current?.querySelector<HTMLDetailsElement>(`:scope > li:nth-child(${String(index + 1)}) > details`);
  const focusEntry = (index: number) => {
    const target = foldAt(index)?.querySelector('summary') ?? buttons.current?.querySelector('button');
    target?.focus();
  };
  const removeEntry = (index: number) => {
    removeKey(index);
    flushSync(() => (remove ?? ((at) => set(entries.filter((_entry, other) => other !== at))))(index));
    focusEntry(Math.min(index, entries.length - 2));
  };
  const moveEntry = (index: number, by: number) => {
    moveKey(index, by);
    flushSync(() => set(moved(entries, index, by)));
    focusEntry(index + by);
  };
  const addEntry = (entry: unknown) => {
    flushSync(() => set([...entries, entry]));
    const fold = foldAt(entries.length);
    if (fold) fold.open = true;
    focusEntry(entries.length);
  };
  return (
    <div className="space-y-2.5" {...place}>
      <FieldErrors errors={errors} />
      {entries.length === 0 && empty !== undefined ? (
        <p className="text-[0.8125rem] text-ink-muted">{empty}</p>
      ) : null}
      {entries.length === 0 ? null : (
        <ol ref={list} className="space-y-2.5">
          {entries.map((entry, index) => (
            <li key={keys[index]} className="@container relative">
              <details
                className="rounded-lg border border-line bg-surface"
                {...placeAttribute([...path, index])}
              >
                <summary className="min-h-10 rounded-lg py-2 pr-27 pl-3.5 text-sm font-medium wrap-anywhere @max-[15rem]:pr-3.5">
                  {titleOf(entry, index)}
                  <IssueMark path={[...path, index]} />
                </summary>
                <div className="space-y-4 border-t border-line p-2.5 sm:p-3.5">
                  <EntryErrors path={[...path, index]} />
                  {children([...path, index], entry)}
                </div>
              </details>
              <EntryButtons
                name={t(`entries.${noun}`, { number: index + 1 })}
                isFirst={index === 0}
                isLast={index === entries.length - 1}
                onMove={(by) => moveEntry(index, by)}
                onRemove={() => removeEntry(index)}
              />
            </li>
          ))}
        </ol>
      )}
      <div ref={buttons} className="flex flex-wrap gap-2">
        {add.map(({ label, entry }) => (
          <Button
            key={label}
            size="sm"
            className="h-auto min-h-8 max-w-full py-1 text-left whitespace-normal"
            onClick={() => addEntry(entry())}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Errors of an entry as a whole. */
function EntryErrors({ path }: { path: TeamPath }) {
  return <FieldErrors errors={useField(path).errors} />;
}
