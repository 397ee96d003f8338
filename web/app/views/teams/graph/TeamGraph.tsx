import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { PictureFigure } from './PictureFigure.tsx';
import { teamPicture } from './teamPicture.ts';

export type TeamGraphProps = {
  team: TeamConfig;
  /** The names of those who are speaking. */
  active?: readonly string[];
  /** The names of those who have spoken. */
  done?: readonly string[];
};

/** A drawing of a team: who may speak after whom, who is speaking, who has spoken; with the same as text. */
export function TeamGraph({ team, active, done }: TeamGraphProps) {
  const { i18n } = useTranslation();
  const picture = useMemo(() => teamPicture(team, i18n.t), [team, i18n]);
  return <PictureFigure picture={picture} active={active} done={done} />;
}
