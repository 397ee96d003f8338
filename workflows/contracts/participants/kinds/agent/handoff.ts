import { IDENTIFIER } from '../../../../domain/names/identifier.ts';
import type { Handoff } from '../../../../domain/team.ts';
import { handoffTo } from '../../../autogen/defaults.ts';
import { fieldsOf } from '../../../autogen/fields.ts';
import { from, type Place, type Report } from '../../../autogen/report.ts';
import { autogenFinding } from '../../../findings/finding.ts';

/** `mayBeText`: files of the first version may have just a name, as in AutoGen. */
export function readHandoff(place: Place, report: Report, mayBeText: boolean): Handoff | null {
  if (typeof place.value === 'string' && mayBeText) {
    return readHandoff({ ...place, value: { target: place.value } }, report, false);
  }
  if (typeof place.value === 'string') {
    report.problems.push({
      path: place.path,
      message: autogenFinding('handoffText'),
      fix: autogenFinding('fixHandoffText', { json: JSON.stringify({ target: place.value }) }),
    });
    return null;
  }
  const fields = fieldsOf(place, report);
  const target = fields.text('target');
  const given = (key: string, otherwise: string) => {
    const value = fields.textOr(key, '');
    return value === '' ? otherwise : value;
  };
  const otherwise = handoffTo(target);
  const handoff = {
    target,
    description: given('description', otherwise.description),
    name: given('name', otherwise.name),
    message: given('message', otherwise.message),
  };
  if (!IDENTIFIER.test(handoff.name) && fields.raw('name') !== undefined) {
    report.problems.push({
      path: `${place.path}.name`,
      message: autogenFinding('handoffName', { name: handoff.name }),
      fix: autogenFinding('fixHandoffName'),
    });
  }
  fields.end();
  return from(report, place, handoff);
}
