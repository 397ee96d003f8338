import type { StructuredOutput } from '../../../../domain/team.ts';
import { componentOf } from '../../../autogen/component.ts';
import { isJson } from '../../../autogen/modelFields.ts';
import { from, type Place, type Report } from '../../../autogen/report.ts';
import { component, type WrittenComponent } from '../../../autogen/writer.ts';

/** Reads a StructuredMessageFactory; null: an agent replies with text. */
export function readOutput(place: Place | undefined, report: Report): StructuredOutput | null {
  const component = place === undefined ? null : componentOf(place, 'structured message', report);
  if (component === null) return null;
  const { fields } = component;
  const schema = fields.raw('json_schema');
  if (schema === undefined) fields.missing('json_schema');
  const output = {
    name: fields.text('content_model_name'),
    schema: isJson(schema?.value) ? schema.value : {},
    formatString: fields.textOr('format_string', null),
  };
  fields.end();
  return from(report, fields.place, output);
}

export function writeOutput(output: StructuredOutput): WrittenComponent {
  return component('autogen_agentchat.messages.StructuredMessageFactory', 'structured_message', {
    json_schema: output.schema,
    format_string: output.formatString,
    content_model_name: output.name,
  });
}
