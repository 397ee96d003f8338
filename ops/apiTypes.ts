import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { openApiDocument } from '../web/api/openApiDocument.ts';

/** The types of the API as its OpenAPI document has them, for the command line's client: a module's text. */
export async function apiTypes(): Promise<string> {
  const document = structuredClone(openApiDocument()) as unknown as Parameters<typeof openapiTS>[0];
  const types = await openapiTS(document, {
    // What a request may leave out is no less optional for having a default.
    defaultNonNullable: false,
    transform: (schema, { path }) =>
      isAnyJson(schema, path) ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword) : undefined,
  });
  return `// Written by \`npm run api-docs\` of the API's OpenAPI document.\n\n${astToString(types)}`;
}

/** JSON of any shape is a list of itself, which no type of a property can say. */
function isAnyJson(schema: object, path: string | undefined): boolean {
  if (!('anyOf' in schema) || !Array.isArray(schema.anyOf)) return false;
  return schema.anyOf.some((choice: { items?: { $ref?: string } }) => choice.items?.$ref === path);
}
