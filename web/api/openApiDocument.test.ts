import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import { apiMarkdown } from './apiMarkdown.ts';
import { openApiDocument } from './openApiDocument.ts';

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, including its references', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(openApiDocument()));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
    for (const [, name] of JSON.stringify(openApiDocument()).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      expect(openApiDocument()).toHaveProperty(['components', 'schemas', name ?? '']);
    }
  });

  it('has every endpoint with its schemas', () => {
    const paths = openApiDocument()['paths'] as Record<string, Record<string, { operationId: string }>>;
    for (const [operation, { method, path }] of Object.entries(apiEndpoints)) {
      expect(paths[path]?.[method]?.operationId).toBe(operation);
    }
    expect(paths['/conversations']?.['post']).toMatchObject({
      requestBody: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/StartConversation' } } },
      },
      responses: {
        '2XX': { content: { 'application/json': { schema: { $ref: '#/components/schemas/StartedRun' } } } },
        '422': {
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    });
  });
});

it('matches docs/api.md (`npm run api-docs` rewrites it)', () => {
  const written = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
  const plain = (text: string) => text.replace(/[\s|-]+/g, ' ');
  expect(plain(written)).toContain(plain(apiMarkdown()));
});
