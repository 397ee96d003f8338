import { useTranslation } from 'react-i18next';
import type { MemoryEntryView } from '../../../data/memory/view.ts';
import { Badge } from '../../../views/ui/Badge.tsx';

type EntryBadgesProps = {
  entry: Pick<MemoryEntryView, 'kind' | 'state' | 'pinned' | 'edited' | 'afterDocuments'>;
};

/** What is special about an entry. */
export function EntryBadges({ entry }: EntryBadgesProps) {
  const { t } = useTranslation('memories');
  return (
    <>
      <Badge tone="teal">{t(`kinds.${entry.kind}`)}</Badge>
      {entry.state === 'current' ? null : <Badge tone="neutral">{t(`states.${entry.state}`)}</Badge>}
      {entry.pinned ? <Badge tone="green">{t('badges.pinned')}</Badge> : null}
      {entry.edited && entry.state === 'current' ? <Badge>{t('badges.edited')}</Badge> : null}
      {entry.afterDocuments ? <Badge tone="amber">{t('badges.afterDocuments')}</Badge> : null}
    </>
  );
}
