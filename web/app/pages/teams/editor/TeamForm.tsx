import { FormPartsProvider } from './FormParts.tsx';
import { ParticipantFields } from './participants/ParticipantFields.tsx';
import { TeamSections } from './TeamSections.tsx';
import { SECRETS_HINT } from './tools/secretsHint.ts';

const PARTS = { TeamSections, ParticipantFields };

/** A team as a form: all that its JSON has. */
export function TeamForm() {
  return (
    <FormPartsProvider value={PARTS}>
      <div className="space-y-4">
        <TeamSections />
        <p className="px-1 text-[0.8125rem] text-ink-muted">{SECRETS_HINT}</p>
      </div>
    </FormPartsProvider>
  );
}
