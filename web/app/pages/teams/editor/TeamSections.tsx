import { useTranslation } from 'react-i18next';
import { TextField } from './fields/TextField.tsx';
import { ParticipantsSection } from './participants/ParticipantsSection.tsx';
import { PatternSection } from './PatternSection.tsx';
import { PoliciesSection } from './PoliciesSection.tsx';
import { Section } from './Section.tsx';
import { useScope } from './TeamScope.tsx';
import { TerminationSection } from './TerminationSection.tsx';

/** A team, section by section: the edited one, and each team within it. */
export function TeamSections() {
  const { t } = useTranslation('editor');
  const { at } = useScope();
  return (
    <>
      <Section title={t('sections.about')}>
        <TextField path={[...at, 'description']} label={t('about.description')} rows={2} />
        <TextField path={[...at, 'name']} label={t('about.name')} hint={t('about.nameHint')} nullable />
      </Section>
      <Section title={t('sections.participants')} description={t('sections.participantsHint')}>
        <ParticipantsSection />
      </Section>
      <Section title={t('sections.pattern')}>
        <PatternSection />
      </Section>
      <Section title={t('sections.termination')}>
        <TerminationSection />
      </Section>
      <Section title={t('sections.policies')} description={t('sections.policiesHint')}>
        <PoliciesSection />
      </Section>
    </>
  );
}
