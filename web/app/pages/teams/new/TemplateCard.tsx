import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { TeamTemplate } from '../../../../../workflows/domain/templates/template.ts';
import { AvatarStack } from '../../../views/ui/AvatarStack.tsx';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Button } from '../../../views/ui/Button.tsx';
import { Card } from '../../../views/ui/Card.tsx';
import { templateKind } from './templateKind.ts';

/** A template in the gallery: what it demonstrates, what it does, and its participants. */
export function TemplateCard({ template }: { template: TeamTemplate }) {
  const { t } = useTranslation(['teams', 'patterns', 'gallery']);
  const name = t(`gallery:${template.slug}.name`);
  const kind = templateKind(template.config);
  const { participants } = template.config;
  const names = participants.map(({ name }) => name).join(', ');
  return (
    <Card className="flex h-full flex-col p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1.5">
        <h2 className="text-base font-semibold">{name}</h2>
        <Badge tone="teal">
          {kind === 'society' || kind === 'nested' ? t(`gallery.${kind}`) : t(`patterns:${kind}.name`)}
        </Badge>
      </div>
      <p className="mt-1.5 text-sm text-ink-muted">{t(`gallery:${template.slug}.summary`)}</p>
      <p className="mt-3 text-[0.8125rem] text-ink-muted italic">
        {t('gallery.exampleTask', { task: t(`gallery:${template.slug}.task`) })}
      </p>
      <div className="mt-4 flex items-center gap-2.5">
        <AvatarStack participants={participants} />
        <p className="min-w-0 truncate text-[0.8125rem] text-ink-muted" title={names}>
          {names}
        </p>
      </div>
      <div className="mt-auto pt-5">
        <Button asChild size="sm">
          <Link to={`/teams/new?template=${template.slug}`} aria-label={t('gallery.useNamed', { name })}>
            {t('gallery.use')}
          </Link>
        </Button>
      </div>
    </Card>
  );
}
