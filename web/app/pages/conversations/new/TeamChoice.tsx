import { useTranslation } from 'react-i18next';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { AvatarStack } from '../../../views/ui/AvatarStack.tsx';
import { useFormat } from '../../../views/format/useFormat.ts';

export type TeamChoiceProps = {
  team: { id: string; name: string; version: number; description: string; config: TeamConfig };
  name: string;
  checked: boolean;
};

/** A team as a card to choose: a radio button at heart, so that keys and forms work as everywhere. */
export function TeamChoice({ team, name, checked }: TeamChoiceProps) {
  const { t } = useTranslation('newConversation');
  const format = useFormat();
  const { participants } = team.config;
  return (
    <label className="group relative flex h-full cursor-pointer flex-col rounded-xl border border-line bg-surface p-4 shadow-raised transition-colors hover:border-line-strong has-checked:border-brand has-checked:ring-1 has-checked:ring-brand has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <span className="flex items-start justify-between gap-3">
        <span className="font-semibold wrap-anywhere">{team.name}</span>
        <input
          type="radio"
          name={name}
          value={team.id}
          defaultChecked={checked}
          required
          className="mt-1 size-4 shrink-0 accent-brand outline-none"
        />
      </span>
      <span className="mt-1 line-clamp-3 text-[0.8125rem] leading-snug text-ink-muted">
        {team.description || t('noDescription')}
      </span>
      <span className="mt-auto flex items-center gap-2 pt-3">
        <AvatarStack participants={participants} max={4} />
        <span className="min-w-0 truncate text-xs text-ink-muted">
          {format.list(participants.map((participant) => participant.name))}
        </span>
      </span>
    </label>
  );
}
