import { Link } from '@remix-run/react';
import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../data/live/useEventSource.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Notice } from '../../views/ui/Notice.tsx';

/** A shorter interruption is not shown. */
const PATIENCE_MS = 3_000;

/** Says that the page no longer receives updates, and why. */
export function ConnectionNote({ connection, returnTo }: { connection: Connection; returnTo: string }) {
  const { t } = useTranslation('conversation');
  const lost = useLasting(connection === 'reconnecting', PATIENCE_MS);
  if (connection === 'expired') {
    return (
      <Notice
        kind="error"
        title={t('connection.ended')}
        actions={
          <Button asChild size="sm">
            <Link to={`/sign-in?${new URLSearchParams({ next: returnTo }).toString()}`}>
              {t('connection.signIn')}
            </Link>
          </Button>
        }
      >
        {t('connection.endedHint')}
      </Notice>
    );
  }
  if (!lost) return null;
  return (
    <p role="status" className="flex items-center gap-2 text-[0.8125rem] text-ink-muted">
      <WifiOff aria-hidden className="size-3.5" />
      {t('connection.lost')}
    </p>
  );
}

function useLasting(condition: boolean, forMs: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!condition) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => {
      setLasting(true);
    }, forMs);
    return () => {
      clearTimeout(timer);
    };
  }, [condition, forMs]);
  return lasting;
}
