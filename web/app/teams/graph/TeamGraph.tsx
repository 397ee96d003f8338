import { lazy, Suspense, useMemo } from 'react';
import type { TeamConfig } from '../../../../workflows/domain/team.ts';
import { useHydrated } from '../../conversations/useHydrated.ts';
import { edgeInWords, teamPicture } from './teamPicture.ts';

const View = lazy(async () => ({ default: (await import('./TeamGraphView.tsx')).TeamGraphView }));

export type TeamGraphProps = {
  team: TeamConfig;
  /** Who speaks now, by name. */
  active?: readonly string[];
  /** Who has spoken. */
  done?: readonly string[];
};

const NOBODY: readonly string[] = [];

/**
 * A team drawn: who may speak after whom, who speaks now, who has spoken; and the same as a text. The drawing is loaded
 * lazily, and can be worked by keyboard.
 */
export function TeamGraph({ team, active = NOBODY, done = NOBODY }: TeamGraphProps) {
  const hydrated = useHydrated();
  const picture = useMemo(() => teamPicture(team), [team]);
  const room = <div className="h-full animate-fade bg-sunken" />;
  return (
    <figure className="space-y-2">
      {hydrated ? (
        <div className="h-80 overflow-hidden rounded-xl border border-line bg-surface sm:h-96">
          <Suspense fallback={room}>
            <View picture={picture} active={active} done={done} />
          </Suspense>
        </div>
      ) : null}
      <figcaption>
        <details open={!hydrated} className="text-sm">
          <summary className="w-fit rounded text-[0.8125rem] text-ink-muted">The drawing as text</summary>
          <div className="mt-2 space-y-2">
            <ul className="list-inside list-disc">
              {picture.nodes.map(({ id, label, detail, isStart }) => (
                <li key={id} className="wrap-anywhere">
                  {label}
                  {detail === '' ? null : <span className="text-ink-muted"> ({detail})</span>}
                  {isStart ? ', begins' : ''}
                  {active.includes(id) ? ', speaks now' : ''}
                </li>
              ))}
            </ul>
            {picture.edges.length === 0 ? null : (
              <ul className="list-inside list-disc" aria-label="Who follows whom">
                {picture.edges.map((edge, index) => (
                  <li key={index} className="wrap-anywhere">
                    {edgeInWords(picture, edge)}
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
