/** The most fields that a form may have; our largest form has about a hundred. */
const MOST_FIELDS = 5_000;
/**
 * A field's name says where its value belongs: a path of a few steps, whose numbers are indices of what is on the
 * page.
 */
const LONGEST_NAME = 200;
const LONG_NUMBER = /\[\d{5}/;

/**
 * The request with its form checked: if the form has too many fields, or names that would build something huge,
 * reading it throws what `refuse` returns.
 */
export function withBoundedForm(request: Request, refuse: () => Response): Request {
  const read = request.formData.bind(request);
  request.formData = async () => {
    const form = await read();
    let fields = 0;
    for (const name of form.keys()) {
      fields += 1;
      if (fields > MOST_FIELDS || name.length > LONGEST_NAME || LONG_NUMBER.test(name)) throw refuse();
    }
    return form;
  };
  return request;
}
