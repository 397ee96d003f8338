import { useEffect, useState } from 'react';
import type { HistoryFilters } from '../../data/conversations/historyFilters.ts';
import type { HistoryRow } from '../../data/conversations/listConversations.server.ts';
import { listStreamPath } from '../../data/conversations/listStream.ts';
import type { ConversationHead } from '../../data/conversations/view.ts';
import type { ListEvents } from '../../data/live/events.ts';
import { useEventSource } from '../../data/live/useEventSource.ts';
import { useVisible } from '../../views/hooks/useVisible.ts';

const EVENT_NAMES = ['rows', 'new', 'expired'] as const;

interface Patches {
  /** The loaded page that they belong to. */
  rows: readonly HistoryRow[];
  heads: ReadonlyMap<string, ConversationHead>;
  newCount: number;
}

/** The rows of a page of the run history, updated in place, and the number of newer conversations. */
export function useHistory(
  rows: readonly HistoryRow[],
  filters: HistoryFilters,
): { rows: readonly HistoryRow[]; newCount: number } {
  const [kept, setKept] = useState<Patches>({ rows, heads: new Map(), newCount: 0 });
  const patches =
    kept.rows === rows ? kept : { rows, heads: new Map<string, ConversationHead>(), newCount: 0 };
  useEffect(() => {
    setKept({ rows, heads: new Map(), newCount: 0 });
  }, [rows]);

  const patched = rows.map((row) => ({ ...row, head: patches.heads.get(row.head.id) ?? row.head }));
  const visible = useVisible();
  const ids = rows.map(({ head }) => head.id).join();
  useEventSource<ListEvents>({
    streamKey: visible ? `${ids}?${JSON.stringify(filters)}` : null,
    url: () =>
      listStreamPath(
        filters,
        patched.map(({ head }) => head),
      ),
    names: EVENT_NAMES,
    onEvent: (name, data) => {
      if (name === 'rows') {
        setKept((before) => ({
          ...before,
          heads: new Map([
            ...before.heads,
            ...(data as ListEvents['rows']).map((head) => [head.id, head] as const),
          ]),
        }));
      }
      if (name === 'new') setKept((before) => ({ ...before, newCount: (data as ListEvents['new']).count }));
    },
  });
  return { rows: patched, newCount: patches.newCount };
}
