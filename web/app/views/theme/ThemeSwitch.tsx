import { useFetcher, useLocation } from '@remix-run/react';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRootFrame } from '../layout/frame.ts';
import { classNames } from '../ui/classNames.ts';
import { parseTheme, type Theme } from './theme.ts';

const CHOICES = [
  { theme: 'system', icon: Monitor },
  { theme: 'light', icon: Sun },
  { theme: 'dark', icon: Moon },
] as const;

const FETCHER_KEY = 'theme';

/** The theme to show: the one just chosen, even before the server has answered, or else the one in the cookie. */
export function useTheme(): Theme {
  const chosen = useFetcher({ key: FETCHER_KEY }).formData?.get('theme');
  const stored = useRootFrame()?.theme;
  return parseTheme(chosen ?? stored);
}

/** Three buttons in a plain form: works without JavaScript, and takes effect at once with it. */
export function ThemeSwitch() {
  const { t } = useTranslation('frame');
  const fetcher = useFetcher({ key: FETCHER_KEY });
  const location = useLocation();
  const theme = useTheme();
  return (
    <fetcher.Form method="post" action="/theme">
      <input type="hidden" name="next" value={location.pathname + location.search} />
      <div
        role="group"
        aria-label={t('theme.label')}
        className="flex rounded-lg border border-line bg-sunken p-0.5"
      >
        {CHOICES.map((choice) => (
          <button
            key={choice.theme}
            name="theme"
            value={choice.theme}
            aria-pressed={theme === choice.theme}
            className={classNames(
              'flex h-8 flex-1 items-center justify-center gap-1.5 rounded-md px-2.5 text-[0.8125rem] font-medium',
              theme === choice.theme ? 'bg-surface text-ink shadow-raised' : 'text-ink-muted hover:text-ink',
            )}
          >
            <choice.icon aria-hidden className="size-3.5" />
            {t(`theme.${choice.theme}`)}
          </button>
        ))}
      </div>
    </fetcher.Form>
  );
}
