import { keepText } from './keptTexts.ts';

/** Keeps the texts that the document came with, before it is taken over: its data does not have them. */
export function keepDocumentTexts(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const key = element.dataset['text'];
    if (key !== undefined) keepText(key, element.innerHTML);
  }
}
