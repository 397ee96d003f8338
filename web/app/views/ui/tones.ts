/**
 * The colours that badges and agents share. Each has a text colour that is readable on its soft background, in both
 * themes.
 */
export type Tone =
  'neutral' | 'blue' | 'violet' | 'green' | 'amber' | 'orange' | 'red' | 'pink' | 'teal' | 'lime';

export const TONE_CLASSES: Record<Tone, string> = {
  neutral: 'bg-neutral-soft text-neutral-ink',
  blue: 'bg-blue-soft text-blue-ink',
  violet: 'bg-violet-soft text-violet-ink',
  green: 'bg-green-soft text-green-ink',
  amber: 'bg-amber-soft text-amber-ink',
  orange: 'bg-orange-soft text-orange-ink',
  red: 'bg-red-soft text-red-ink',
  pink: 'bg-pink-soft text-pink-ink',
  teal: 'bg-teal-soft text-teal-ink',
  lime: 'bg-lime-soft text-lime-ink',
};
