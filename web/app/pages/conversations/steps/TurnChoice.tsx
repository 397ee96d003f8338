import { Form, Link, useNavigate } from '@remix-run/react';
import { type KeyboardEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../views/ui/Button.tsx';

export type TurnChoiceProps = { turn: number; turns: number; path: string };

/** Goes from turn to turn: by links and a form without JavaScript, with a slider and keys with it. */
export function TurnChoice({ turn, turns, path }: TurnChoiceProps) {
  const { t } = useTranslation('replay');
  const navigate = useNavigate();
  const to = (wanted: number) => `${path}?turn=${String(Math.min(Math.max(wanted, 1), turns))}`;
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const wanted = turnOfKey(event.key, turn, turns);
      const target = event.target as HTMLElement | null;
      if (wanted === null || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target?.closest('input, textarea, select, [contenteditable]')) return;
      event.preventDefault();
      void navigate(`${path}?turn=${String(wanted)}`, { replace: true, preventScrollReset: true });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, path, turn, turns]);
  return (
    <nav aria-label={t('step.slider')} className="mb-5 space-y-2">
      <div className="flex flex-wrap items-center gap-2">
        {(
          [
            ['first', 1],
            ['previous', turn - 1],
            ['next', turn + 1],
            ['last', turns],
          ] as const
        ).map(([name, wanted]) => (
          <Button key={name} asChild size="sm">
            <Link to={to(wanted)} preventScrollReset>
              {t(`step.${name}`)}
            </Link>
          </Button>
        ))}
      </div>
      <Form method="get" className="flex items-center gap-3">
        <input
          // Another turn is another slider: where it stands is where the page is.
          key={turn}
          type="range"
          name="turn"
          min={1}
          max={turns}
          defaultValue={turn}
          aria-label={t('step.slider')}
          aria-valuetext={t('step.turn', { turn, turns })}
          className="min-w-0 flex-1 accent-brand"
          onPointerUp={({ currentTarget }) =>
            void navigate(to(Number(currentTarget.value)), { replace: true })
          }
          onKeyUp={(event: KeyboardEvent<HTMLInputElement>) => {
            const chosen = Number(event.currentTarget.value);
            if (chosen !== turn) void navigate(to(chosen), { replace: true, preventScrollReset: true });
          }}
        />
        <Button type="submit" size="sm">
          {t('step.go')}
        </Button>
      </Form>
      <p className="text-xs text-ink-muted">{t('step.keys')}</p>
    </nav>
  );
}

function turnOfKey(key: string, turn: number, turns: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(turn - 1, 1);
    case 'ArrowRight':
      return Math.min(turn + 1, turns);
    case 'Home':
      return 1;
    case 'End':
      return turns;
    default:
      return null;
  }
}
