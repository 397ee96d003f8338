import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ApiEndpoint, apiEndpoints, ApiOperation } from '../../workflows/contracts/api/endpoints.ts';
import type { TokenHolder } from '../app/data/tokens/findTokenHolder.server.ts';
import type { FormRequest } from './formRequest.ts';

type Endpoint<Operation extends ApiOperation> = (typeof apiEndpoints)[Operation];

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** The input of an operation, checked already unless it takes its body as bytes. */
export interface OperationInput<Operation extends ApiOperation> {
  holder: TokenHolder;
  params: { [Name in keyof Endpoint<Operation>['params']]: string };
  query: Endpoint<Operation> extends { query: infer Query } ? Parsed<Query> : undefined;
  body:
    | (Endpoint<Operation> extends { unread: true }
        ? Uint8Array
        : Endpoint<Operation> extends { body: infer Body }
          ? Parsed<Body>
          : undefined)
    | (Endpoint<Operation> extends { form: object } ? undefined : never);
  /** In place of the body; null where it was JSON. */
  form: Endpoint<Operation> extends { form: object } ? FormRequest | null : null;
}

/** The answer of an operation; the status is 200 unless it names another. */
export interface OperationResult<Body> {
  status?: number;
  body: Body;
}

/** Carries an operation out, or throws a Problem. */
export type OperationHandler<Operation extends ApiOperation> = (
  input: OperationInput<Operation>,
) => Promise<OperationResult<z.input<NonNullable<Endpoint<Operation>['response']>>>>;

/** A file as an operation's answer, sent piece by piece. */
export interface FileResult<MediaType extends string = string> {
  file: { mediaType: MediaType; name: string; pieces: AsyncGenerator<string, void, undefined> };
}

/** Opens the requested file, or throws a Problem. */
export type FileHandler<Operation extends ApiOperation> = (
  input: OperationInput<Operation>,
) => Promise<FileResult<MediaTypes<Endpoint<Operation>>>>;

type MediaTypes<OfEndpoint> = OfEndpoint extends { file: infer File } ? keyof File & string : never;

/** Answers a request for a stream. */
export type StreamHandler<Operation extends ApiOperation> = (
  input: OperationInput<Operation>,
  request: Request,
  response: Response,
) => Promise<void>;

/** One handler for each operation of the contract. */
export type OperationHandlers = {
  [Operation in ApiOperation]: Endpoint<Operation> extends { file: object }
    ? FileHandler<Operation>
    : Endpoint<Operation>['response'] extends null
      ? StreamHandler<Operation>
      : OperationHandler<Operation>;
};

/** A handler as the router calls it: the router knows its types only as schemas. */
export interface UntypedOperation {
  endpoint: ApiEndpoint;
  handle: (
    input: {
      holder: TokenHolder;
      params: Record<string, string>;
      query: unknown;
      body: unknown;
      form: FormRequest | null;
    },
    request: Request,
    response: Response,
  ) => Promise<OperationResult<unknown> | FileResult | undefined>;
}
