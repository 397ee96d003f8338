import type { PythonTool } from '../../../../domain/tools/kinds/python.ts';
import { type Fields, fieldsOf } from '../../../autogen/fields.ts';
import { from, type Place, type Report } from '../../../autogen/report.ts';
import { noteDropped } from '../../../autogen/secrets.ts';
import { autogenFinding } from '../../../findings/finding.ts';

/** Reads a FunctionTool: a Python function, which the sandbox runs. */
export function readFunction(fields: Fields, report: Report): PythonTool {
  const source = fields.text('source_code');
  const imports = fields.list('global_imports');
  if (imports === null) fields.missing('global_imports');
  fields.flag('has_cancellation_support');
  noteDropped(report, fields, {
    has_cancellation_support: autogenFinding('whyCancellation'),
  });
  const name = fields.text('name');
  const description = fields.text('description');
  checkSource(source, `${fields.place.path}.source_code`, report);
  const statements = (imports ?? []).flatMap((place) => readImport(place, report) ?? []);
  fields.end();
  return from(report, fields.place, {
    kind: 'python' as const,
    name,
    description,
    source,
    imports: statements,
  });
}

/** AutoGen takes the text after the first `def ` as the tool, and requires a type for each parameter. */
function checkSource(source: string, path: string, report: Report): void {
  const signature = signatureOf(source);
  if (signature === null) {
    report.problems.push({
      path,
      message: autogenFinding('noFunction'),
      fix: autogenFinding('fixNoFunction'),
    });
    return;
  }
  const untyped = splitParameters(signature).filter(
    (parameter) => !['', '*', '/'].includes(parameter) && !/^[^=]*:/.test(parameter),
  );
  for (const parameter of untyped) {
    report.problems.push({
      path,
      message: autogenFinding('untyped', { parameter }),
      fix: autogenFinding('fixUntyped', { parameter: parameter.split('=')[0]?.trim() ?? parameter }),
    });
  }
}

/** The text between the parentheses of the first function. */
function signatureOf(source: string): string | null {
  const begin = /(?<![\p{XID_Continue}])def\s+\p{XID_Continue}+\s*\(/u.exec(source);
  if (begin === null) return null;
  const open = begin.index + begin[0].length;
  let depth = 1;
  for (let index = open; index < source.length; index += 1) {
    const character = source[index] ?? '';
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth === 0) return source.slice(open, index).replaceAll(/#[^\n]*/g, '');
  }
  return null;
}

/** The parameters of a signature: split at commas outside brackets and strings. */
function splitParameters(signature: string): string[] {
  const parts = signature.match(
    /(?:[^,([{'"]|'[^']*'|"[^"]*"|\((?:[^()]|\([^()]*\))*\)|\[(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\])*\]|\{(?:[^{}]|\{[^{}]*\})*\})+/g,
  );
  return (parts ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

/** An import as AutoGen writes it, as a statement of Python. */
function readImport(place: Place, report: Report): string | null {
  if (typeof place.value === 'string') {
    return `import ${place.value}`;
  }
  const fields = fieldsOf(place, report);
  const module = fields.textOr('module', null);
  if (module === null) {
    const name = fields.text('name');
    const alias = fields.text('alias');
    return `import ${name} as ${alias}`;
  }
  const names = (fields.list('imports') ?? []).map((each) => importedName(each, report));
  return names.length === 0 ? null : `from ${module} import ${names.join(', ')}`;
}

function importedName(place: Place, report: Report): string {
  if (typeof place.value === 'string') return place.value;
  const fields = fieldsOf(place, report);
  return `${fields.text('name')} as ${fields.text('alias')}`;
}
