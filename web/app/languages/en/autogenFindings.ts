import { autogenFindings as faults } from '../../../../workflows/contracts/findings/autogenFindings.ts';

/** What can't be carried over from AutoGen's JSON or into it, as its contract says it. */
export const autogenFindings = { faults } as const;
