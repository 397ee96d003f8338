import type { RefObject } from 'react';
import { AlertDialogAction, AlertDialogCancel, AlertDialogContent } from './AlertDialog.tsx';
import { Button } from './Button.tsx';

export type SubmitQuestionProps = {
  /** It is submitted where the answer is yes. */
  form: RefObject<HTMLFormElement>;
  title: string;
  description: string;
  keep: string;
  submit: string;
};

/** The question of an AlertDialog that is asked before a form is submitted. */
export function SubmitQuestion({ form, title, description, keep, submit }: SubmitQuestionProps) {
  return (
    <AlertDialogContent title={title} description={description}>
      <AlertDialogCancel asChild>
        <Button>{keep}</Button>
      </AlertDialogCancel>
      <AlertDialogAction asChild>
        {/* Submitted explicitly: the button disappears with the dialog before the browser would submit. */}
        <Button variant="danger" onClick={() => form.current?.requestSubmit()}>
          {submit}
        </Button>
      </AlertDialogAction>
    </AlertDialogContent>
  );
}
