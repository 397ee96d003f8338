import type { Response } from 'express';
import type { Refusal } from './refusal.ts';

/** What the middlewares find out about a request, for those after them. */
export type Locals = {
  requestId: string;
  nonce: string;
  /** Why no action may run; undefined where one may. */
  refusal?: Refusal;
};

export type AppResponse = Response<unknown, Locals>;
