import { useTranslation } from 'react-i18next';
import type { ShownPassage } from '../../../data/knowledge/shownSearch.ts';

export type ScorePartsProps = {
  passage: Pick<ShownPassage, 'score' | 'similarity' | 'bm25'>;
  /** The best words' score of the passages shown: its bar is full. */
  mostBm25: number;
};

/** A passage's score with its parts, each as a number and a bar. */
export function ScoreParts({ passage: { score, similarity, bm25 }, mostBm25 }: ScorePartsProps) {
  const { t } = useTranslation('documentSearch');
  const parts = [
    { name: 'score', number: score.toFixed(3), share: score },
    { name: 'similarity', number: similarity.toFixed(3), share: similarity },
    { name: 'bm25', number: bm25.toFixed(2), share: mostBm25 === 0 ? 0 : bm25 / mostBm25 },
  ] as const;
  return (
    <dl className="mt-2.5 grid max-w-xl grid-cols-3 gap-x-4">
      {parts.map(({ name, number, share }) => (
        <div key={name} title={t(`${name}Hint`)} className="min-w-0">
          <dt className="text-xs text-ink-muted">{t(name)}</dt>
          <dd>
            <span className="tabular text-sm font-medium">{number}</span>
            <Bar share={share} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** `share`: of 0 to 1; what is beyond is cut. */
function Bar({ share }: { share: number }) {
  return (
    <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="mt-0.5 block h-1.5 w-full">
      <rect width={100} height={4} className="fill-line" />
      <rect width={100 * Math.min(Math.max(share, 0), 1)} height={4} className="fill-brand" />
    </svg>
  );
}
