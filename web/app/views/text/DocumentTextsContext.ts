import { createContext } from 'react';
import type { DocumentTexts } from './documentTexts.ts';

/** The texts of the document that the server is rendering; null in the browser. */
export const DocumentTextsContext = createContext<DocumentTexts | null>(null);
