import { useTranslation } from 'react-i18next';
import { WAIT_UNTIL } from '../../../../../../workflows/domain/tools/kinds/waitUntil.ts';
import type { ToolView } from '../toolView.ts';

export const waitUntil: ToolView<'wait_until'> = {
  make: () => ({ kind: 'wait_until' }),
  title: () => WAIT_UNTIL,
  Fields,
};

function Fields() {
  const { t } = useTranslation('tools');
  return <p className="text-sm text-ink-muted">{t('wait_until.fields.hint')}</p>;
}
