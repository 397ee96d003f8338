import { measureJsonText, OUTSIDE_JSON } from './outsideJson.ts';

/** A number with the digits that the JSON had: Python tells 1 from 1.0, and keeps integers of any length. */
class SourceNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/**
 * What Python's `str(json.loads(text))` gives: AutoGen hands a model the response of an HTTP tool that way. Throws a
 * SyntaxError for what is no JSON.
 */
export function jsonAsPythonText(text: string): string {
  if (measureJsonText(text, OUTSIDE_JSON) !== null)
    throw new SyntaxError('nested too deeply, or too many values');
  const value: unknown = JSON.parse(text, keepNumbers);
  return typeof value === 'string' ? value : represent(value);
}

function keepNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? new SourceNumber(context?.source ?? String(value)) : value;
}

function represent(value: unknown): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value instanceof SourceNumber) return representNumber(value.source);
  if (typeof value === 'string') return representString(value);
  if (Array.isArray(value)) return `[${value.map(represent).join(', ')}]`;
  const entries = Object.entries(value as Record<string, unknown>);
  return `{${entries.map(([key, each]) => `${representString(key)}: ${represent(each)}`).join(', ')}}`;
}

function representNumber(source: string): string {
  if (/^-?\d+$/.test(source)) return source === '-0' ? '0' : source;
  const number = Number(source);
  if (!Number.isFinite(number)) return number < 0 ? '-inf' : 'inf';
  const [mantissa = '', exponent] = number.toExponential().split('e');
  const power = Number(exponent);
  // Python writes an exponent below -4 and from 16 on, of two digits at least.
  if (number !== 0 && (power < -4 || power >= 16)) {
    return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  if (Object.is(number, -0)) return '-0.0';
  const plain = power < 0 ? number.toFixed(mantissa.replace(/[-.]/g, '').length - 1 - power) : String(number);
  return plain.includes('.') ? plain : `${plain}.0`;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string as Python's `repr` writes it: in single quotes, unless only those are in it. */
export function representString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character);
  // Python shows what prints: no controls, no separators but the space, nothing unassigned.
  const shown = escaped.replace(/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, escapeCharacter);
  return quote + (quote === "'" ? shown.replaceAll("'", "\\'") : shown) + quote;
}

function escapeCharacter(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
  return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
