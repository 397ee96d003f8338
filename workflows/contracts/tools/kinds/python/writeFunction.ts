import type { Json } from '../../../../domain/json.ts';
import type { PythonTool } from '../../../../domain/tools/kinds/python.ts';

/** A FunctionTool's configuration. */
export function writeFunction({ name, description, source, imports }: PythonTool): Record<string, Json> {
  const parsed = imports.map((statement) => ({ statement, written: writeImport(statement) }));
  const unparsed = parsed.flatMap(({ statement, written }) => (written === null ? [`${statement}\n`] : []));
  return {
    source_code: `${unparsed.join('')}${source}`,
    name,
    description,
    global_imports: parsed.flatMap(({ written }) => (written === null ? [] : [written])),
    has_cancellation_support: false,
  };
}

const NAME = '\\p{XID_Continue}+';
const ALIASED = `${NAME}(?:\\s+as\\s+${NAME})?`;
const IMPORT = new RegExp(`^import\\s+([\\p{XID_Continue}.]+)(?:\\s+as\\s+(${NAME}))?$`, 'u');
const IMPORT_FROM = new RegExp(
  `^from\\s+([\\p{XID_Continue}.]+)\\s+import\\s+(${ALIASED}(?:\\s*,\\s*${ALIASED})*)$`,
  'u',
);

/** A statement in AutoGen's form; null: it has none. */
function writeImport(statement: string): Json | null {
  const plain = IMPORT.exec(statement.trim());
  if (plain?.[1] !== undefined) {
    return plain[2] === undefined ? plain[1] : { name: plain[1], alias: plain[2] };
  }
  const named = IMPORT_FROM.exec(statement.trim());
  if (named?.[1] === undefined || named[2] === undefined) return null;
  const names = named[2]
    .split(',')
    .map((each) => each.trim().split(/\s+/))
    .map(([own = '', , alias]) => [own, alias]);
  return {
    module: named[1],
    imports: names.map(([name = '', alias]) => (alias === undefined ? name : { name, alias })),
  };
}
