/** The most fields that a form may have; our largest form has about a hundred. */
const MOST_FIELDS = 5_000;
/**
 * A field's name says where its value belongs: a path of a few steps, whose numbers are indices of what is on the
 * page.
 */
const LONGEST_NAME = 200;
const LONG_NUMBER = /\[\d{5}/;

/** Why a form is not taken: it is none that can be read, or has too much in it. */
export type FormFault = 'no_form' | 'too_much';

/**
 * The request with its form checked: if it is no form, has too many fields, or names that would build something huge, reading it
 * throws what `refuse` returns.
 */
export function withBoundedForm(request: Request, refuse: (fault: FormFault) => Response): Request {
  const read = request.formData.bind(request);
  const clone = request.clone.bind(request);
  request.formData = async () => {
    const form = await read().catch(() => {
      // Its media type is another, or its body is not of that type: whoever sent it has to send something else.
      throw refuse('no_form');
    });
    let fields = 0;
    for (const name of form.keys()) {
      fields += 1;
      if (fields > MOST_FIELDS || name.length > LONGEST_NAME || LONG_NUMBER.test(name))
        throw refuse('too_much');
    }
    return form;
  };
  request.clone = () => withBoundedForm(clone(), refuse);
  return request;
}
