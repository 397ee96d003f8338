import type { KillGround, Lane } from './killGround.ts';
import { faultsAfterKill, type KillPoint, undisturbed } from './killPoints.ts';
import { type KillScenario, killScenarios } from './killScenarios.ts';

/** The result of one kill. */
export interface KillReport {
  scenario: string;
  point: KillPoint;
  faults: string[];
}

export interface KillRounds {
  ground: KillGround;
  lanes: readonly Lane[];
  scenarios?: readonly KillScenario[];
  /** The kill points of a scenario that are tried. */
  choose: (points: readonly KillPoint[], scenario: number) => readonly KillPoint[];
  onReport?: (report: KillReport) => void;
}

/** Runs each scenario once undisturbed and once for each chosen kill point, as many in parallel as there are lanes. */
export async function killEverywhere({
  ground,
  lanes,
  scenarios = killScenarios,
  choose,
  onReport = () => undefined,
}: KillRounds): Promise<KillReport[]> {
  const [first] = lanes;
  if (first === undefined) throw new Error('Somebody has to work');
  const reports: KillReport[] = [];
  const rounds: ((lane: Lane) => Promise<void>)[] = [];
  for (const [index, scenario] of scenarios.entries()) {
    const { played, points } = await undisturbed(ground, first, scenario);
    for (const point of choose(points, index)) {
      rounds.push(async (lane) => {
        const faults = await faultsAfterKill(ground, lane, scenario, point, played).catch(
          (error: unknown) => [error instanceof Error ? error.message : String(error)],
        );
        const report = { scenario: scenario.name, point, faults };
        reports.push(report);
        onReport(report);
      });
    }
  }
  await Promise.all(
    lanes.map(async (lane) => {
      for (let round = rounds.shift(); round !== undefined; round = rounds.shift()) await round(lane);
    }),
  );
  return reports;
}
