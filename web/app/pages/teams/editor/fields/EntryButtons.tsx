import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../views/ui/Button.tsx';

export type EntryButtonsProps = {
  /** The entry's name for screen readers: "tool 2". */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: number) => void;
  onRemove: () => void;
};

/** Buttons to move and remove an entry of a list: in its header, or below it if the header is too narrow. */
export function EntryButtons({ name, isFirst, isLast, onMove, onRemove }: EntryButtonsProps) {
  const { t } = useTranslation('editor');
  const shared = { variant: 'ghost', className: 'size-7 rounded-md' } as const;
  return (
    <div className="absolute top-1.5 right-2 flex gap-0.5 @max-[15rem]:static @max-[15rem]:justify-end">
      <Button
        {...shared}
        size="icon"
        aria-label={t('entries.up', { entry: name })}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        {...shared}
        size="icon"
        aria-label={t('entries.down', { entry: name })}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden />
      </Button>
      <Button {...shared} size="icon" aria-label={t('entries.remove', { entry: name })} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}
