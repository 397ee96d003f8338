import { z } from 'zod';

/** JSON of an OpenAPI document. */
export type JsonObject = { [key: string]: unknown };

/**
 * Schemas that have an id, each once. A definition that zod makes for recursion is named after the schema that
 * contains it.
 */
export class OpenApiComponents {
  readonly schemas: Record<string, JsonObject> = {};

  /** The schema of what is sent or received, in JSON Schema. */
  schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
    const {
      $schema: _dialect,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
    }) as JsonObject & { $defs?: Record<string, JsonObject> };
    return this.#placed(root, $defs, 'Inline') as JsonObject;
  }

  /** A schema whose references point into the document; the schemas that it refers to are added to the document. */
  #placed(value: unknown, definitions: Record<string, JsonObject>, owner: string): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#placed(each, definitions, owner));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) =>
        key === '$ref' && typeof field === 'string'
          ? [key, this.#reference(field.replace(/^#\/\$defs\//, ''), definitions, owner)]
          : [key, this.#placed(field, definitions, owner)],
      ),
    );
  }

  #reference(definition: string, definitions: Record<string, JsonObject>, owner: string): string {
    const isNamed = !definition.startsWith('__');
    const name = isNamed ? definition : owner + definition;
    if (!(name in this.schemas)) {
      // Added before its content, which may refer to it.
      this.schemas[name] = {};
      const { id: _id, ...content } = definitions[definition] ?? {};
      this.schemas[name] = this.#placed(content, definitions, isNamed ? name : owner) as JsonObject;
    }
    return `#/components/schemas/${name}`;
  }
}
