import type { Submission } from '@conform-to/react';
import { data } from '@remix-run/node';

/**
 * The answer to a form of the sign-in pages that could not be taken: a 422 with the form as it was, but for the
 * password, which never travels back.
 *
 * @param formErrors what is wrong with the form as a whole, as faults (languages/fault.ts); what is wrong with its fields stands in the submission.
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
