import { teamFindings as faults } from '../../../../workflows/contracts/findings/teamFindings.ts';

/** What is wrong with a team's JSON, as its contract says it. */
export const teamFindings = { faults } as const;
