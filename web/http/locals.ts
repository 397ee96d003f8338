import type { Response } from 'express';
import type { Refusal } from './refusal.ts';

/** What the middlewares find out about a request, for the ones after them. */
export type Locals = {
  requestId: string;
  /** Of the trace that it belongs to. */
  traceId: string;
  nonce: string;
  /** Why no action may run; undefined if one may. */
  refusal?: Refusal;
};

export type AppResponse = Response<unknown, Locals>;
