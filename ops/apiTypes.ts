import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { openApiDocument } from '../web/api/openApiDocument.ts';

/** The types of the API, from its OpenAPI document, for the command line's client: the text of a module. */
export async function apiTypes(): Promise<string> {
  const document = structuredClone(openApiDocument()) as unknown as Parameters<typeof openapiTS>[0];
  const types = await openapiTS(document, {
    // A field that a request may leave out is optional even if it has a default.
    defaultNonNullable: false,
    transform: (schema, { path }) =>
      isAnyJson(schema, path) ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword) : undefined,
  });
  return `// Written by \`npm run api-docs\` of the API's OpenAPI document.\n\n${astToString(types)}`;
}

/** Arbitrary JSON can be a list of arbitrary JSON, which the type of a property cannot express. */
function isAnyJson(schema: object, path: string | undefined): boolean {
  if (!('anyOf' in schema) || !Array.isArray(schema.anyOf)) return false;
  return schema.anyOf.some((choice: { items?: { $ref?: string } }) => choice.items?.$ref === path);
}
