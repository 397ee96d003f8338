import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ApiEndpoint, apiEndpoints, ApiOperation } from '../../workflows/contracts/api/endpoints.ts';
import type { TokenHolder } from '../app/data/tokens/findTokenHolder.server.ts';

type Endpoint<Operation extends ApiOperation> = (typeof apiEndpoints)[Operation];

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What an operation is given: all of it checked. */
export interface OperationInput<Operation extends ApiOperation> {
  holder: TokenHolder;
  params: { [Name in keyof Endpoint<Operation>['params']]: string };
  query: Endpoint<Operation> extends { query: infer Query } ? Parsed<Query> : undefined;
  body: Endpoint<Operation> extends { body: infer Body } ? Parsed<Body> : undefined;
}

/** What an operation answers with; status 200 where it names none. */
export interface OperationResult<Body> {
  status?: number;
  body: Body;
}

/** Carries an operation out, or throws a Problem. */
export type OperationHandler<Operation extends ApiOperation> = (
  input: OperationInput<Operation>,
) => Promise<OperationResult<z.input<NonNullable<Endpoint<Operation>['response']>>>>;

/** Answers a request for a stream by itself. */
export type StreamHandler<Operation extends ApiOperation> = (
  input: OperationInput<Operation>,
  request: Request,
  response: Response,
) => Promise<void>;

type IsStream<Operation extends ApiOperation> = Endpoint<Operation>['response'] extends null ? true : false;

/** One handler for each operation of the contract. */
export type OperationHandlers = {
  [Operation in ApiOperation]: IsStream<Operation> extends true
    ? StreamHandler<Operation>
    : OperationHandler<Operation>;
};

/** A handler as the router calls it, which knows the shapes only by their schemas. */
export interface UntypedOperation {
  endpoint: ApiEndpoint;
  handle: (
    input: {
      holder: TokenHolder;
      params: Record<string, string>;
      query: unknown;
      body: unknown;
    },
    request: Request,
    response: Response,
  ) => Promise<OperationResult<unknown> | undefined>;
}
