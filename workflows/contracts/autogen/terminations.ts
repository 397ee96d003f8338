import type { LeafCondition, TerminationCondition } from '../../domain/terminations/condition.ts';
import { autogenFinding } from '../findings/finding.ts';
import type { AutogenMapping } from '../terminations/contract.ts';
import { leafKinds, terminationContracts } from '../terminations/registry.ts';
import { type Component, componentOf } from './component.ts';
import type { Fields } from './fields.ts';
import { from, type Place, type Report } from './report.ts';

/** Reads a termination condition; null: none that could run, which is then a problem of the report. */
export function readTermination(place: Place, report: Report): TerminationCondition | null {
  const component = componentOf(place, 'termination', report);
  if (component === null) return null;
  const condition = conditionOf(component, report);
  component.fields.end();
  return condition === null ? null : from(report, component.fields.place, condition);
}

function conditionOf(component: Component, report: Report): TerminationCondition | null {
  const { name, fields, place } = component;
  if (name === 'AndTerminationCondition') return joinedOf('and', component, report);
  if (name === 'OrTerminationCondition') return joinedOf('or', component, report);
  const read = readerOf(name);
  if (read !== null) return read(fields);
  report.problems.push({
    path: place.path,
    message: autogenFinding('functionalTermination', { name }),
    fix: autogenFinding('fixFunctionalTermination'),
  });
  return null;
}

function readerOf(name: string): ((fields: Fields) => LeafCondition) | null {
  for (const kind of leafKinds) {
    const mapping = terminationContracts[kind].autogen as AutogenMapping<LeafCondition>;
    if (mapping.component === name) return (fields) => mapping.read(fields);
  }
  return null;
}

function joinedOf(
  kind: 'and' | 'or',
  { fields, place }: Component,
  report: Report,
): TerminationCondition | null {
  const places = fields.list('conditions');
  if (places === null) fields.missing('conditions');
  const conditions = (places ?? []).flatMap((each) => readTermination(each, report) ?? []);
  if (kind === 'or' && places?.length === 0) {
    report.notes.push({
      path: place.path,
      message: autogenFinding('emptyOr'),
    });
    return null;
  }
  return { kind, conditions };
}
