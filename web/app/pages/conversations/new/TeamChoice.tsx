import { useTranslation } from 'react-i18next';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { AvatarStack } from '../../../views/ui/AvatarStack.tsx';

export type TeamChoiceProps = {
  team: { id: string; name: string; version: number; description: string; config: TeamConfig };
  name: string;
  checked: boolean;
  /** It does not match the search. A chosen team stays chosen. */
  hidden: boolean;
};

/** A team as a row to choose: a real radio button, so that keys and forms work as usual. */
export function TeamChoice({ team, name, checked, hidden }: TeamChoiceProps) {
  const { t } = useTranslation('newConversation');
  return (
    <label
      hidden={hidden}
      className="group relative flex cursor-pointer items-center gap-3 rounded-lg border border-transparent px-3 py-2 hover:bg-hover has-checked:border-brand has-checked:bg-hover has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus [&[hidden]]:hidden"
    >
      <input
        type="radio"
        name={name}
        value={team.id}
        defaultChecked={checked}
        required
        className="size-4 shrink-0 accent-brand outline-none"
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-semibold" title={team.name}>
          {team.name}
        </span>
        <span className="block truncate text-[0.8125rem] text-ink-muted" title={team.description}>
          {team.description || t('noDescription')}
        </span>
      </span>
      <AvatarStack participants={team.config.participants} max={3} />
    </label>
  );
}
