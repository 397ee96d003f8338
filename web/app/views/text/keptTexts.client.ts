import { keepText } from './keptTexts.ts';

/** Saves the texts that came with the document before it is hydrated: the page's data does not contain them. */
export function keepDocumentTexts(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const key = element.dataset['text'];
    if (key !== undefined) keepText(key, element.innerHTML);
  }
}
