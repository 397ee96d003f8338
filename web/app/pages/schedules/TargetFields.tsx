import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { type TargetKind, targetKinds } from '../../data/schedules/scheduleForm.ts';
import { Field } from '../../views/ui/Field.tsx';
import { Select } from '../../views/ui/Select.tsx';
import type { FieldState } from './TextField.tsx';

export type TargetFieldsProps = {
  fields: Record<'teamId' | 'wakes', FieldState>;
  initialTarget: TargetKind;
  /** What is chosen by now; null: without scripts both are there, and the choice counts. */
  target: TargetKind | null;
  onChoose: (target: TargetKind) => void;
  teams: readonly { id: string; name: string }[];
  standing: readonly { id: string; title: string }[];
  /** The version that it keeps to. */
  pinned: { id: string; version: number } | null;
};

/** What happens at each date: a team starts a new conversation, or a standing conversation is woken. */
export function TargetFields(props: TargetFieldsProps) {
  const { fields, initialTarget, target, onChoose, teams, standing, pinned } = props;
  const { t } = useTranslation('schedules');
  return (
    <>
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">{t('form.target')}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {targetKinds.map((kind) => (
            <label key={kind} className="flex items-center gap-2 text-sm">
              <input
                type="radio"
                name="target"
                value={kind}
                defaultChecked={kind === initialTarget}
                onChange={() => {
                  onChoose(kind);
                }}
                className="size-4 accent-brand"
              />
              {t(`form.targets.${kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div hidden={target === 'conversation'} className="space-y-4 [&[hidden]]:hidden">
        {teams.length === 0 ? (
          <p className="text-sm text-ink-muted">
            <Trans
              t={t}
              i18nKey="form.noTeams"
              components={{ a: <Link to="/teams/new" className="underline underline-offset-4" /> }}
            />
          </p>
        ) : (
          <Field label={t('form.team')} hint={t('form.newest')} errors={fields.teamId.errors}>
            {(control) => (
              <Select name="teamId" defaultValue={fields.teamId.initialValue} {...control}>
                <option value="">{t('form.chooseTeam')}</option>
                {teams.map((team) => (
                  <option key={team.id} value={team.id}>
                    {team.name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {pinned === null ? null : (
          <label className="flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              name="pinned"
              value={pinned.id}
              defaultChecked
              className="size-4 accent-brand"
            />
            {t('form.pinned', { version: pinned.version })}
          </label>
        )}
      </div>
      <div hidden={target === 'team'}>
        {standing.length === 0 ? (
          <p className="text-sm text-ink-muted">{t('form.noStanding')}</p>
        ) : (
          <Field label={t('form.wakes')} hint={t('form.wakesHint')} errors={fields.wakes.errors}>
            {(control) => (
              <Select name="wakes" defaultValue={fields.wakes.initialValue} {...control}>
                <option value="">{t('form.chooseConversation')}</option>
                {standing.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </div>
    </>
  );
}
