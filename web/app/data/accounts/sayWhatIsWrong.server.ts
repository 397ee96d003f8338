import type { Submission } from '@conform-to/react';
import { data } from '@remix-run/node';

/**
 * The response to a sign-in form with errors: a 422 with the form's values, except the password, which is never
 * sent back.
 *
 * @param formErrors errors of the form as a whole, as faults (languages/fault.ts); errors of its fields are in the
 * submission.
 */
export function sayWhatIsWrong<Schema, Value>(
  submission: Submission<Schema, string[], Value>,
  ...formErrors: string[]
) {
  const reply = submission.reply({
    hideFields: ['password'],
    ...(formErrors.length > 0 ? { formErrors } : {}),
  });
  return data(reply, { status: 422 });
}
