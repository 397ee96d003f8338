import { Form } from '@remix-run/react';
import { ChevronsUpDown, LogOut } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ThemeSwitch } from '../theme/ThemeSwitch.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/classNames.ts';
import type { SignedInFrame } from './frame.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';

export type AccountMenuProps = Omit<SignedInFrame, 'openTasks' | 'language'> & {
  /**
   * In the rail the menu opens upwards and the button shows the name; in the top bar it opens downwards and the
   * button is only the face.
   */
  place: 'rail' | 'bar';
};

/** The account, theme, language and sign-out. It is the browser's own popover, which opens without JavaScript. */
export function AccountMenu({ user, project, role, place }: AccountMenuProps) {
  const { t } = useTranslation('frame');
  const id = `account-${useId().replaceAll(':', '')}`;
  return (
    <>
      <button
        type="button"
        {...{ popovertarget: id }}
        className={classNames(
          'flex items-center gap-2.5 rounded-lg text-left text-rail-ink',
          place === 'rail' ? 'w-full p-2 hover:bg-rail-raised' : 'p-1',
        )}
      >
        <Avatar name={user.name} of="person" className="border-rail-line bg-rail-raised text-rail-ink" />
        <span className="sr-only">
          {t('account.open')} {place === 'bar' ? user.name : null}
        </span>
        {place === 'rail' ? (
          <>
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm leading-tight font-medium">{user.name}</span>
              <span className="block truncate text-xs text-rail-muted">{project.name}</span>
            </span>
            <ChevronsUpDown aria-hidden className="size-4 text-rail-muted" />
          </>
        ) : null}
      </button>
      <div
        id={id}
        {...{ popover: 'auto' }}
        className={classNames(
          'fixed m-0 w-72 max-w-[calc(100vw-1.5rem)] rounded-xl border border-line bg-surface p-3 text-ink shadow-overlay',
          'open:animate-rise',
          place === 'rail' ? 'inset-auto bottom-18 left-3' : 'inset-auto top-14 right-3',
        )}
      >
        <p className="truncate px-1 text-sm font-semibold">{user.name}</p>
        <p className="truncate px-1 text-[0.8125rem] text-ink-muted">{user.email}</p>
        <p className="mt-1 truncate px-1 text-[0.8125rem] text-ink-muted">
          {project.name} · {t(`account.roles.${role}`)}
        </p>
        <div className="my-3 space-y-2">
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
        <Form method="post" action="/sign-out">
          <Button type="submit" variant="ghost" className="w-full justify-start px-2.5">
            <LogOut aria-hidden />
            {t('account.signOut')}
          </Button>
        </Form>
      </div>
    </>
  );
}
