/** A request that no action gets to see. */
export type Refusal = {
  status: 403 | 411 | 413;
  /** Why, as a fault (web/app/languages/fault.ts); "" where the error page's words for the status say enough. */
  fault: string;
};
