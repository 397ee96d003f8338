import { useRef } from 'react';
import { moved } from '../jsonValue.ts';

/**
 * Keys for list entries that have none, so that folds and half-typed texts move with their entry and disappear
 * with it. If the list is changed elsewhere (in the JSON), keys stay at their index.
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
