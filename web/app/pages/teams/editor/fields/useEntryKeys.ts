import { useRef } from 'react';
import { moved } from '../jsonValue.ts';

/**
 * A key for each entry of a list that has none of its own, so that what is unfolded or half typed goes with its entry
 * when it is moved, and goes away when it is removed. Where the list is changed from elsewhere (the JSON), keys stay with
 * their places.
 */
export function useEntryKeys(count: number) {
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  while (keys.current.length < count) {
    keys.current.push(next.current);
    next.current += 1;
  }
  keys.current.length = count;
  return {
    keys: keys.current,
    moveKey: (index: number, by: number) => {
      keys.current = moved(keys.current, index, by);
    },
    removeKey: (index: number) => {
      keys.current = keys.current.filter((_key, at) => at !== index);
    },
  };
}
