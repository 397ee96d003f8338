import { classNames } from '../ui/classNames.ts';

/** The logo: two voices, one answering the other. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 28 28" aria-hidden className={classNames('size-7', className)}>
      <path
        d="M3 7.500A4.500 4.500 0 0 1 7.500 3h9A4.500 4.500 0 0 1 21 7.500v4a4.500 4.500 0 0 1-4.500 4.500H9.500L3 20.500z"
        className="fill-rail-accent"
      />
      <path
        d="M25 25.500l-5.500-4h-6.500a4 4 0 0 1-3.600-2.250h7.100a7.750 7.750 0 0 0 7.750-7.750v-1.400A4 4 0 0 1 25 12.500z"
        fill="currentColor"
      />
    </svg>
  );
}

/** The logo with the name. */
export function Logo({ className }: { className?: string }) {
  return (
    <span className={classNames('inline-flex items-center gap-2.5', className)}>
      <LogoMark />
      <span className="text-[1.0625rem] font-semibold tracking-[-0.02em]">Colloquy</span>
    </span>
  );
}
