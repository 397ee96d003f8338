import { Form, useNavigation } from '@remix-run/react';
import { Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useHydrated } from '../hooks/useHydrated.ts';
import { AlertDialog, AlertDialogTrigger } from './AlertDialog.tsx';
import { Button } from './Button.tsx';
import { SubmitQuestion } from './SubmitQuestion.tsx';

export type ConfirmedDeleteProps = {
  /** The words of the button that opens the question. */
  open: string;
  title: string;
  /** What is lost. */
  description: string;
  keep: string;
  submit: string;
};

/**
 * Deletes what the page is about (intent `delete`), after a question. Without scripts there is no question: what is lost has to stand
 * beside it.
 */
export function ConfirmedDelete({ open, title, description, keep, submit }: ConfirmedDeleteProps) {
  const hydrated = useHydrated();
  const pending = useNavigation().formData?.get('intent') === 'delete';
  const form = useRef<HTMLFormElement>(null);
  const label = (
    <>
      <Trash2 aria-hidden />
      {open}
    </>
  );
  return (
    <AlertDialog>
      <Form ref={form} method="post">
        <input type="hidden" name="intent" value="delete" />
        {hydrated ? (
          <AlertDialogTrigger asChild>
            <Button size="sm" pending={pending}>
              {label}
            </Button>
          </AlertDialogTrigger>
        ) : (
          <Button size="sm" type="submit">
            {label}
          </Button>
        )}
      </Form>
      <SubmitQuestion form={form} title={title} description={description} keep={keep} submit={submit} />
    </AlertDialog>
  );
}
