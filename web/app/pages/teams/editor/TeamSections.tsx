import { TextField } from './fields/TextField.tsx';
import { ParticipantsSection } from './participants/ParticipantsSection.tsx';
import { PatternSection } from './PatternSection.tsx';
import { PoliciesSection } from './PoliciesSection.tsx';
import { Section } from './Section.tsx';
import { useScope } from './TeamScope.tsx';
import { TerminationSection } from './TerminationSection.tsx';

/** A team, section by section: the one that is edited, and each that stands in it. */
export function TeamSections() {
  const { at } = useScope();
  return (
    <>
      <Section title="What it is">
        <TextField path={[...at, 'description']} label="Description" rows={2} />
        <TextField
          path={[...at, 'name']}
          label="Name in AutoGen"
          hint="Kept for export. Empty: the name of its pattern."
          nullable
        />
      </Section>
      <Section title="Participants" description="In the order in which they stand.">
        <ParticipantsSection />
      </Section>
      <Section title="Who speaks next">
        <PatternSection />
      </Section>
      <Section title="When it ends">
        <TerminationSection />
      </Section>
      <Section title="Tool policies" description="What needs a person’s approval, how long and how large.">
        <PoliciesSection />
      </Section>
    </>
  );
}
