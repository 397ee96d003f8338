import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { LRUCache } from 'lru-cache';
import type { Json } from '../../../workflows/domain/json.ts';
import { messageOf } from '../causes.ts';
import { ToolUnavailable } from '../toolErrors.ts';
import { UnfitArguments } from './buildRequest.ts';

const REMEMBERED = 200;
/** A regular expression from a team's JSON could keep the worker busy for hours; the tool's server checks these. */
const NOT_CHECKED = ['pattern', 'patternProperties'];

/** Checks arguments by JSON Schema, and remembers schemas that it has compiled. */
export class ArgumentChecker {
  readonly #compiled = new LRUCache<string, ValidateFunction>({ max: REMEMBERED });

  /**
   * The arguments with the schema's defaults and without unknown fields. Throws UnfitArguments, or ToolUnavailable
   * `misconfigured` for an invalid schema.
   */
  check(toolName: string, schema: Json, given: Record<string, Json>): Record<string, Json> {
    const validate = this.#compile(toolName, schema);
    const args = structuredClone(given);
    if (!validate(args)) throw new UnfitArguments(report(toolName, validate.errors ?? []));
    const named = namedBy(schema);
    return named ? Object.fromEntries(Object.entries(args).filter(([name]) => named.has(name))) : args;
  }

  #compile(toolName: string, schema: Json): ValidateFunction {
    const key = JSON.stringify(schema);
    const known = this.#compiled.get(key);
    if (known) return known;
    const ajv = new Ajv({
      strict: false,
      allErrors: true,
      useDefaults: true,
      validateFormats: false,
      logger: false,
    });
    for (const keyword of NOT_CHECKED) ajv.removeKeyword(keyword);
    try {
      const validate = ajv.compile(schema as object | boolean);
      this.#compiled.set(key, validate);
      return validate;
    } catch (error) {
      throw new ToolUnavailable(
        'misconfigured',
        `The schema of the tool "${toolName}" can't be used: ${messageOf(error)}`,
      );
    }
  }
}

function namedBy(schema: Json): Set<string> | null {
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return null;
  const { properties, additionalProperties } = schema;
  if (additionalProperties !== undefined && additionalProperties !== false) return null;
  return properties && typeof properties === 'object' ? new Set(Object.keys(properties)) : null;
}

/** In the form of pydantic's report, which AutoGen gives. */
function report(toolName: string, errors: ErrorObject[]): string {
  const lines = errors.map((error) => {
    const missing = error.keyword === 'required' ? `/${String(error.params.missingProperty)}` : '';
    const at = (error.instancePath + missing).slice(1).replaceAll('/', '.') || 'arguments';
    return `${at}\n  ${missing ? 'Field required' : (error.message ?? error.keyword)} [type=${error.keyword}]`;
  });
  return [
    `${errors.length} validation error${errors.length === 1 ? '' : 's'} for ${toolName}`,
    ...lines,
  ].join('\n');
}
