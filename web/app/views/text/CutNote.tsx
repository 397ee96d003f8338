import { Link } from '@remix-run/react';
import { formatBytes } from '../format/bytes.ts';
import { rawTextPath, wholeTextPath, type ShownText } from './shownText.ts';

/** Says that a text is not shown whole, and where the whole is; nothing where it is. */
export function CutNote({ shown, what }: { shown: ShownText | null; what: string }) {
  if (shown === null || shown.wholeBytes === null) return null;
  return (
    <p
      data-cut
      className="mt-2 flex flex-wrap gap-x-3 gap-y-1 border-t border-line pt-2 text-[0.8125rem] text-ink-muted"
    >
      <span>Only the beginning of {formatBytes(shown.wholeBytes)} is shown.</span>
      <Link
        to={wholeTextPath(shown)}
        className="rounded font-medium text-brand-ink underline-offset-4 hover:underline"
      >
        Read the whole<span className="sr-only"> {what}</span>
      </Link>
      <a
        href={rawTextPath(shown)}
        download
        className="rounded font-medium text-brand-ink underline-offset-4 hover:underline"
      >
        Download<span className="sr-only"> {what} as a text file</span>
      </a>
    </p>
  );
}
