import type { z } from 'zod';
import { problemSchema, type ProblemDocument } from '../../workflows/contracts/api/problem.ts';

/** The product refused a request, as it may: that is a result. What goes wrong on its side is another error. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(`${problem.title}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** Asks the product's API, and nothing else. */
export interface ApiClient {
  get: <Schema extends z.ZodType>(path: string, schema: Schema) => Promise<z.output<Schema>>;
  post: <Schema extends z.ZodType>(path: string, body: unknown, schema: Schema) => Promise<z.output<Schema>>;
}

export function createApiClient({ url, token }: { url: string; token: string }): ApiClient {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  async function ask<Schema extends z.ZodType>(
    path: string,
    init: RequestInit,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    const response = await fetch(`${url}/api/v1${path}`, { ...init, headers });
    const body: unknown = await response.json();
    if (response.ok) return schema.parse(body);
    const problem = problemSchema.parse(body);
    if (problem.status >= 500) throw new Error(`${path}: ${problem.title}`);
    throw new RefusedError(problem);
  }
  return {
    get: (path, schema) => ask(path, {}, schema),
    post: (path, body, schema) => ask(path, { method: 'POST', body: JSON.stringify(body) }, schema),
  };
}
