/*
 * What Python's `json.loads` says of a text that is no JSON: AutoGen hands a model these words as its tool call's error,
 * and models that were trained on them know how to mend it.
 */

/** The message of Python's JSONDecodeError, or null where the text is JSON to Python. */
export function pythonJsonError(text: string): string | null {
  const characters = [...text];
  try {
    const scanner = new Scanner(characters);
    const end = scanner.space(scanner.value(scanner.space(0)));
    if (end < characters.length) throw new Refusal('Extra data', end);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const before = characters.slice(0, error.at);
    const line = before.filter((character) => character === '\n').length + 1;
    const column = error.at - before.lastIndexOf('\n');
    return `${error.message}: line ${String(line)} column ${String(column)} (char ${String(error.at)})`;
  }
}

class Refusal extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Each method takes the index at which something begins and gives the one behind it, or refuses. */
class Scanner {
  readonly #text: readonly string[];

  constructor(text: readonly string[]) {
    this.#text = text;
  }

  space(at: number): number {
    let end = at;
    while (' \t\n\r'.includes(this.#text[end] ?? '-')) end += 1;
    return end;
  }

  value(at: number): number {
    const first = this.#text[at];
    if (first === '"') return this.#string(at);
    if (first === '{') return this.#object(at);
    if (first === '[') return this.#array(at);
    const rest = this.#text.slice(at, at + 400).join('');
    const literal = /^(null|true|false|NaN|-?Infinity|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(
      rest,
    );
    if (literal === null) throw new Refusal('Expecting value', at);
    return this.#number(at, literal[0].length);
  }

  /** A number may be longer than what was looked at. */
  #number(at: number, length: number): number {
    let end = at + length;
    if (length < 400) return end;
    while (/[\d.eE+-]/.test(this.#text[end] ?? '')) end += 1;
    return end;
  }

  #object(at: number): number {
    let end = this.space(at + 1);
    if (this.#text[end] === '}') return end + 1;
    for (;;) {
      if (this.#text[end] !== '"') {
        throw new Refusal('Expecting property name enclosed in double quotes', end);
      }
      end = this.space(this.#string(end));
      if (this.#text[end] !== ':') throw new Refusal("Expecting ':' delimiter", end);
      end = this.space(this.value(this.space(end + 1)));
      if (this.#text[end] === '}') return end + 1;
      if (this.#text[end] !== ',') throw new Refusal("Expecting ',' delimiter", end);
      end = this.space(end + 1);
    }
  }

  #array(at: number): number {
    let end = this.space(at + 1);
    if (this.#text[end] === ']') return end + 1;
    for (;;) {
      end = this.space(this.value(end));
      if (this.#text[end] === ']') return end + 1;
      if (this.#text[end] !== ',') throw new Refusal("Expecting ',' delimiter", end);
      end = this.space(end + 1);
    }
  }

  #string(at: number): number {
    for (let end = at + 1; ; end += 1) {
      const character = this.#text[end];
      if (character === undefined) throw new Refusal('Unterminated string starting at', at);
      if (character === '"') return end + 1;
      if (character === '\\') end = this.#escape(at, end);
      else if (character < ' ') throw new Refusal('Invalid control character at', end);
    }
  }

  #escape(start: number, at: number): number {
    const kind = this.#text[at + 1];
    if (kind === undefined) throw new Refusal('Unterminated string starting at', start);
    if (kind === 'u') {
      const digits = this.#text.slice(at + 2, at + 6).join('');
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw new Refusal('Invalid \\uXXXX escape', at + 1);
      return at + 5;
    }
    if (!'"\\/bfnrt'.includes(kind)) throw new Refusal('Invalid \\escape', at);
    return at + 1;
  }
}
