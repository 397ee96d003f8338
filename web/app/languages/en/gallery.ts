import { templateWords } from '../../../../workflows/domain/templates/templateWords.ts';

/** The templates of the gallery, by their slugs. */
export const gallery = templateWords;
