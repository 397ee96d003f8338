import { createContext, useContext } from 'react';
import type { CollectionNames } from '../../../data/knowledge/collectionNames.ts';

const KnownCollectionsContext = createContext<CollectionNames | null>(null);

/** Gives the fields below the names of the project's collections; null: the knowledge store can't be reached. */
export const KnownCollectionsProvider = KnownCollectionsContext.Provider;

export function useKnownCollections(): CollectionNames | null {
  return useContext(KnownCollectionsContext);
}
