/** Fields that a form may have; the largest of ours has some hundred. */
const MOST_FIELDS = 5_000;
/** A field's name says where its value belongs: a path of some steps, whose numbers count what is on the page. */
const LONGEST_NAME = 200;
const LONG_NUMBER = /\[\d{5}/;

/**
 * The request with a form that can be worked with: with too many fields, or with names that describe something huge, it
 * is refused by `refuse`.
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
