const MIB = 2 ** 20;

/** Of one document as it is brought. */
export const DOCUMENT_MAX_BYTES = 64 * MIB;
/** Of all files that are sent together. */
export const IMPORT_MAX_BYTES = 256 * MIB;
export const IMPORT_MAX_FILES = 50;
export const IMPORT_MAX_ADDRESSES = 200;
