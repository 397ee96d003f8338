import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ContextFields } from '../fields/ContextFields.tsx';
import { ModelClientFields } from '../fields/ModelClientFields.tsx';
import { TextField } from '../fields/TextField.tsx';
import { InnerTeamFields } from './InnerTeamFields.tsx';

/** What only a society of mind has. */
export function SocietyFields({ path }: { path: TeamPath }) {
  return (
    <>
      <ModelClientFields path={[...path, 'model']} label="Who puts the inner team’s work into one answer" />
      <TextField path={[...path, 'instruction']} label="Told before the inner team’s work" rows={3} />
      <TextField path={[...path, 'responsePrompt']} label="Told after it" rows={3} />
      <ContextFields path={[...path, 'context']} />
      <InnerTeamFields path={path} />
    </>
  );
}
