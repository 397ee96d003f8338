import { useTranslation } from 'react-i18next';
import { FormPartsProvider } from './FormParts.tsx';
import { ParticipantFields } from './participants/ParticipantFields.tsx';
import { TeamSections } from './TeamSections.tsx';

const PARTS = { TeamSections, ParticipantFields };

/** A team as a form: all that its JSON has. */
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
