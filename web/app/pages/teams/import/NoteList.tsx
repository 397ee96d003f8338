import { useFaultWords } from '../../../languages/faultWords.ts';

export type NoteListProps = { notes: readonly { path: string; message: string; fix?: string }[] };

/** Notes on a file, one per line: the place, the problem, and what to do about it. */
export function NoteList({ notes }: NoteListProps) {
  const words = useFaultWords();
  return (
    <ul className="space-y-1.5 text-sm">
      {notes.map(({ path, message, fix }, index) => (
        <li key={index} className="wrap-anywhere">
          <code className="rounded bg-sunken px-1 py-0.5 font-mono text-[0.8125rem] text-ink">{path}</code>{' '}
          {words(message)}
          {fix === undefined || fix === '' ? null : <span className="text-ink-muted">· {words(fix)}</span>}
        </li>
      ))}
    </ul>
  );
}
