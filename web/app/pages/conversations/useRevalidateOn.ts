import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef } from 'react';

/** Has the routes around the page look again whenever the value changes: the inbox's count must agree with the page. */
export function useRevalidateOn(value: number): void {
  const { revalidate } = useRevalidator();
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    revalidate();
  }, [value, revalidate]);
}
