import { useBeforeUnload, useBlocker } from '@remix-run/react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AlertDialog,
  AlertDialogAction,
  AlertDialogCancel,
  AlertDialogContent,
} from '../../../views/ui/AlertDialog.tsx';
import { Button } from '../../../views/ui/Button.tsx';

/** Asks before leaving a page with unsaved changes. */
export function UnsavedGuard({ unsaved }: { unsaved: boolean }) {
  const { t } = useTranslation('editor');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useBeforeUnload(
    useCallback(
      (event: BeforeUnloadEvent) => {
        if (unsaved) event.preventDefault();
      },
      [unsaved],
    ),
  );
  return (
    <AlertDialog open={blocker.state === 'blocked'}>
      <AlertDialogContent title={t('unsaved.title')} description={t('unsaved.description')}>
        <AlertDialogCancel asChild>
          <Button onClick={() => blocker.reset?.()}>{t('unsaved.stay')}</Button>
        </AlertDialogCancel>
        <AlertDialogAction asChild>
          <Button variant="danger" onClick={() => blocker.proceed?.()}>
            {t('unsaved.leave')}
          </Button>
        </AlertDialogAction>
      </AlertDialogContent>
    </AlertDialog>
  );
}
