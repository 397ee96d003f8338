import type { TeamPath } from '../../check/issuesOf.ts';
import { JsonField } from '../fields/JsonField.tsx';

/** A team in a participant. A form in a form in a form helps nobody: it is written as JSON. */
export function InnerTeamFields({ path }: { path: TeamPath }) {
  return (
    <JsonField
      path={path}
      label="The inner team"
      hint="A whole team of its own, as JSON: the same fields as this one has."
      rows={14}
    />
  );
}
