import { countOf } from '../../../../views/format/count.ts';

/** In place of messages that the page has not loaded, where it is drawn whole: in print, and before scripts run. */
export function NotLoaded({ from, to }: { from: number; to: number }) {
  return (
    <li data-not-loaded className="hidden py-2 text-center text-[0.8125rem] text-ink-muted print:block">
      {countOf(to - from, 'message')} left out here: a page prints what has been read in it.
    </li>
  );
}
