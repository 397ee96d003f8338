import type { ReactNode } from 'react';
import { Card, CardBody, CardHeader } from '../../components/ui/Card.tsx';
import { TextField } from './fields/TextField.tsx';
import { ParticipantsSection } from './participants/ParticipantsSection.tsx';
import { PatternSection } from './PatternSection.tsx';
import { PoliciesSection } from './PoliciesSection.tsx';
import { SECRETS_HINT } from './tools/secretsHint.ts';
import { TerminationSection } from './TerminationSection.tsx';

/** A team as a form: all that its JSON has, section by section. */
export function TeamForm() {
  return (
    <div className="space-y-4">
      <Section title="What it is">
        <TextField path={['description']} label="Description" rows={2} />
        <TextField
          path={['name']}
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
      <p className="px-1 text-[0.8125rem] text-ink-muted">{SECRETS_HINT}</p>
    </div>
  );
}

type SectionProps = { title: string; description?: string; children: ReactNode };

function Section({ title, description, children }: SectionProps) {
  return (
    <Card>
      <CardHeader title={title} description={description} />
      <CardBody className="space-y-4">{children}</CardBody>
    </Card>
  );
}
