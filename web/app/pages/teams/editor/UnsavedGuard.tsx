import { useBeforeUnload, useBlocker } from '@remix-run/react';
import { useCallback } from 'react';
import {
  AlertDialog,
  AlertDialogAction,
  AlertDialogCancel,
  AlertDialogContent,
} from '../../../views/ui/AlertDialog.tsx';
import { Button } from '../../../views/ui/Button.tsx';

/** Asks before one leaves a page with something on it that is not saved. */
export function UnsavedGuard({ unsaved }: { unsaved: boolean }) {
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
      <AlertDialogContent
        title="Leave without saving?"
        description="What you have changed is on this page only. Leaving it throws it away."
      >
        <AlertDialogCancel asChild>
          <Button onClick={() => blocker.reset?.()}>Stay</Button>
        </AlertDialogCancel>
        <AlertDialogAction asChild>
          <Button variant="danger" onClick={() => blocker.proceed?.()}>
            Leave
          </Button>
        </AlertDialogAction>
      </AlertDialogContent>
    </AlertDialog>
  );
}
