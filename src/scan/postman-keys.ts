import type { Match } from './text-chunks.ts';

/** The keys that Postman issues, which the general rules do not know. */
const KEYS = [
  { rule: 'postman/API_KEY', pattern: /(?<![A-Z0-9])PMAK-[0-9A-F]{24}-[0-9A-F]{34}(?![A-Z0-9])/gi },
  // The key of one collection, to read it without an account; a ULID follows.
  { rule: 'postman/COLLECTION_ACCESS_KEY', pattern: /(?<![A-Z0-9])PMAT-[0-9A-Z]{26}(?![A-Z0-9])/gi },
] as const;

/** Postman's API keys and collection access keys in a text. */
export const postmanKeys = (text: string): readonly Match[] =>
  KEYS.flatMap(({ rule, pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: value, index }) => ({ rule, start: index, value })),
  );
