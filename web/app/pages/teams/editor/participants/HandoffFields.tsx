import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField, useParticipantNames } from '../DraftContext.tsx';
import { TextField } from '../fields/TextField.tsx';
import { retargetHandoff } from '../handoffWords.ts';

/** A handoff: to whom, and with which words. */
export function HandoffFields({ path }: { path: TeamPath }) {
  const names = useParticipantNames();
  const { value, set } = useField(path);
  return (
    <>
      <TextField
        path={[...path, 'target']}
        label="To"
        suggestions={[...names, 'user']}
        write={(target) => set(retargetHandoff(value, target))}
        mono
      />
      <TextField path={[...path, 'name']} label="The tool’s name" mono />
      <TextField path={[...path, 'description']} label="Description" />
      <TextField path={[...path, 'message']} label="What it says when it hands over" rows={2} />
    </>
  );
}
