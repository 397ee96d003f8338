import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useHydrated } from '../../hooks/useHydrated.ts';
import { DrawingBoundary } from './DrawingBoundary.tsx';
import { edgeInWords, type TeamPicture } from './picture.ts';
import type { PictureOpens } from './TeamGraphView.tsx';

const View = lazy(async () => ({ default: (await import('./TeamGraphView.tsx')).TeamGraphView }));

export type PictureFigureProps = {
  picture: TeamPicture;
  /** The ids of those who are speaking. */
  active?: readonly string[] | undefined;
  /** The ids of those who have spoken. */
  done?: readonly string[] | undefined;
  /** What its boxes and arrows link to. */
  opens?: PictureOpens | undefined;
};

const NOBODY: readonly string[] = [];

/** A team's picture, as a drawing and as text. The drawing is loaded lazily and works with the keyboard. */
export function PictureFigure({ picture, active = NOBODY, done = NOBODY, opens }: PictureFigureProps) {
  const { t, i18n } = useTranslation('teams');
  const hydrated = useHydrated();
  const room = <div className="h-full animate-fade bg-sunken" />;
  return (
    <figure className="space-y-2">
      {hydrated ? (
        <div className="h-80 overflow-hidden rounded-xl border border-line bg-surface sm:h-96">
          <DrawingBoundary of={picture}>
            <Suspense fallback={room}>
              <View picture={picture} active={active} done={done} opens={opens} />
            </Suspense>
          </DrawingBoundary>
        </div>
      ) : null}
      <figcaption>
        <details open={!hydrated} className="text-sm">
          <summary className="w-fit rounded text-[0.8125rem] text-ink-muted">{t('drawing.asText')}</summary>
          <div className="mt-2 space-y-2">
            <ul className="list-inside list-disc">
              {picture.nodes.map(({ id, label, detail, isStart }) => (
                <li key={id} className="wrap-anywhere">
                  {label}
                  {detail === '' ? null : <span className="text-ink-muted"> · {detail}</span>}
                  {isStart ? ` · ${t('drawing.begins')}` : ''}
                  {active.includes(id) ? ` · ${t('drawing.speaks')}` : ''}
                </li>
              ))}
            </ul>
            {picture.edges.length === 0 ? null : (
              <ul className="list-inside list-disc" aria-label={t('drawing.edges')}>
                {picture.edges.map((edge, index) => (
                  <li key={index} className="wrap-anywhere">
                    {edgeInWords(picture, edge, i18n.t)}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </details>
      </figcaption>
    </figure>
  );
}
