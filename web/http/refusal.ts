/** A request that no action gets to see. */
export type Refusal = {
  status: 403 | 411 | 413;
  /** The reason, as a fault (web/app/languages/fault.ts); "" if the error page's words for the status are enough. */
  fault: string;
};
