/** The models that came before structured output, by the names that they have had. */
const WITHOUT_OUTPUT_FORMAT =
  /^claude-(2|instant|3)|^claude-(opus|sonnet)-4(-0|-1)?(-\d{8})?$|^claude-4-(opus|sonnet)/;

/** The models that continue an answer at the end of a request; newer ones refuse it. */
const GOES_ON_FROM_ANSWER =
  /^claude-(2|instant|3)|^claude-(opus|sonnet|haiku)-4(-[0-5])?(-\d{8})?$|^claude-4-/;

/** Whether a model takes the shape of its answer with the request; others are given a tool to answer by. */
export function takesOutputFormat(model: string): boolean {
  return !WITHOUT_OUTPUT_FORMAT.test(model);
}

/** Whether a model continues an answer at the end of a request. */
export function goesOnFromAnswer(model: string): boolean {
  return GOES_ON_FROM_ANSWER.test(model);
}
