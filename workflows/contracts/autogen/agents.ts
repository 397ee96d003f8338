import type { Participant } from '../../domain/team.ts';
import { autogenFinding } from '../findings/finding.ts';
import { readerOfAgent } from '../participants/registry.ts';
import { componentOf } from './component.ts';
import type { Reader } from './reader.ts';
import type { Place } from './report.ts';

/** Reads an agent; null: none that could run, which is then a problem of the report. */
export function readAgent(place: Place, reader: Reader): Participant | null {
  const component = componentOf(place, 'agent', reader.report);
  if (component === null) return null;
  const read = readerOfAgent(component.provider);
  if (read === undefined) {
    reader.report.problems.push({
      path: component.place.path,
      message: autogenFinding('unknownAgent', { name: component.name }),
      fix: autogenFinding('fixUnknownAgent'),
    });
    return null;
  }
  const participant = read(component, reader);
  if (participant !== null) component.fields.end();
  return participant;
}
