import { type ReactNode, useId } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { useScope } from './TeamScope.tsx';

export type SectionProps = { title: string; description?: string; children: ReactNode };

/** A part of a team's form: a card, or within an inner team a heading, one level deeper for each team. */
export function Section({ title, description, children }: SectionProps) {
  const { t } = useTranslation('editor');
  const { depth, trail } = useScope();
  const id = useId();
  if (depth === 0) {
    return (
      <Card>
        <CardHeader title={title} description={description} />
        <CardBody className="space-y-4">{children}</CardBody>
      </Card>
    );
  }
  const Heading = HEADINGS[Math.min(depth, HEADINGS.length) - 1] ?? 'h6';
  return (
    <div role="group" aria-labelledby={id} className="space-y-3 border-t border-line pt-3">
      <div>
        <Heading id={id} className="text-sm font-semibold wrap-anywhere">
          <Trans
            t={t}
            i18nKey="sections.within"
            values={{ section: title, team: trail.at(-1)?.name || '…' }}
            components={{ quiet: <span className="font-normal text-ink-muted" /> }}
          />
        </Heading>
        {description === undefined ? null : <p className="text-[0.8125rem] text-ink-muted">{description}</p>}
      </div>
      {children}
    </div>
  );
}

const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const;
