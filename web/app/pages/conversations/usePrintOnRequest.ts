import { useSearchParams } from '@remix-run/react';
import { useEffect } from 'react';

/** Opens the browser's print dialog once if the address contains `?print`. */
export function usePrintOnRequest(): void {
  const [params] = useSearchParams();
  const asked = params.has('print');
  useEffect(() => {
    if (asked) window.print();
  }, [asked]);
}
