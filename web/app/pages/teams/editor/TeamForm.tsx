import { useTranslation } from 'react-i18next';
import { newParticipant, PARTICIPANT_KINDS, viewOfParticipant } from '../participants/registry.ts';
import { type FormParts, FormPartsProvider } from './FormParts.tsx';
import { ParticipantFields } from './participants/ParticipantFields.tsx';
import { TeamSections } from './TeamSections.tsx';

const PARTS: FormParts = {
  TeamSections,
  ParticipantFields,
  kindsBehindTools: PARTICIPANT_KINDS.filter((kind) => viewOfParticipant({ kind }).isBehindNoTool !== true),
  newParticipant,
};

/** A team as a form: everything that its JSON contains. */
export function TeamForm() {
  const { t } = useTranslation('editor');
  return (
    <FormPartsProvider value={PARTS}>
      <div className="space-y-4">
        <TeamSections />
        <p className="px-1 text-[0.8125rem] text-ink-muted">{t('tool.secretsHint')}</p>
      </div>
    </FormPartsProvider>
  );
}
