import { useEffect, useState } from 'react';

/** Whether something that grows has stood still for so long. The value says how far it has grown. */
export function useStalled(value: string, afterMs: number): boolean {
  const [stalled, setStalled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStalled(value), afterMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, afterMs]);
  return stalled === value;
}
