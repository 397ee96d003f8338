import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { PictureFigure } from './PictureFigure.tsx';
import { teamPicture } from './teamPicture.ts';

export type TeamGraphProps = {
  team: TeamConfig;
  /** Who speaks now, by name. */
  active?: readonly string[];
  /** Who has spoken. */
  done?: readonly string[];
};

/** A team drawn: who may speak after whom, who speaks now, who has spoken; and the same as a text. */
export function TeamGraph({ team, active, done }: TeamGraphProps) {
  const { i18n } = useTranslation();
  const picture = useMemo(() => teamPicture(team, i18n.t), [team, i18n]);
  return <PictureFigure picture={picture} active={active} done={done} />;
}
