import type { ManagerWork, PatternKind } from '../../workflows/domain/patterns/registry.ts';
import { magenticOne } from './magenticOne/magenticOne.ts';
import type { Managed, Manager, ManagerDesk } from './manager.ts';
import { selector } from './selector.ts';

/** What the managers of each pattern do; empty: it has none that has anything to do. */
const managers = {
  round_robin: {},
  single_agent: {},
  selector,
  swarm: {},
  graph: {},
  magentic_one: magenticOne,
} satisfies { [Kind in PatternKind]: Manager<Kind> };

type AnyWork = (desk: ManagerDesk<PatternKind>, work: ManagerWork) => Promise<Managed<PatternKind>>;

/** How a pattern's manager does that work; null: it has none that does. */
export function managerFor(pattern: PatternKind, work: ManagerWork['kind']): AnyWork | null {
  // Each manager is registered under its own pattern, so it gets its own configuration and work; TypeScript can't
  // infer that.
  const works = managers[pattern] as Partial<Record<string, AnyWork>>;
  return Object.hasOwn(works, work) ? (works[work] ?? null) : null;
}
