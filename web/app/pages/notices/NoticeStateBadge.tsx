import { useTranslation } from 'react-i18next';
import type { NoticeState } from '../../../../workflows/domain/notices/noticeStates.ts';
import { Badge } from '../../views/ui/Badge.tsx';
import type { Tone } from '../../views/ui/tones.ts';

const TONES: Record<NoticeState, Tone> = {
  waiting: 'amber',
  gathered: 'neutral',
  starting: 'blue',
  sending: 'blue',
  sent: 'green',
  kept: 'neutral',
  failed: 'red',
  withdrawn: 'neutral',
};

/** How a notice stands. */
export function NoticeStateBadge({ state }: { state: NoticeState }) {
  const { t } = useTranslation('notices');
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
