import { encodedTexts } from './base64.ts';
import { isMatchPlaceholder } from './placeholder-match.ts';
import { loadSecretlint } from './secretlint.ts';
import { shapesIn } from './shapes.ts';
import type { Match } from './text-chunks.ts';

/** Finds credentials in a text by their shape, in the order in which they stand; placeholders are left out. */
export type Search = (text: string) => Promise<readonly Match[]>;

/** A search by the shapes of tokens and by secretlint's rules, in the text and in base64 inside of it. */
export async function loadSearch(now: () => number): Promise<Search> {
  const lint = await loadSecretlint();
  const plain: Search = async (text) => {
    const matches = [...shapesIn(text, now()), ...(await lint(text))];
    return matches.filter((match) => !isMatchPlaceholder(match));
  };
  return async (text) => withoutOverlaps([...(await plain(text)), ...(await searchBase64(text, plain))]);
}

/** Between decoded texts; no rule reads across it. */
const BREAK = '\n\0\n';

/** The encoded text is the credential: nobody would find its decoded form in the file. */
async function searchBase64(text: string, search: Search): Promise<readonly Match[]> {
  const encoded = [...encodedTexts(text)];
  if (encoded.length === 0) return [];
  const found = await search(encoded.map(({ text: decoded }) => decoded).join(BREAK));
  let end = 0;
  const ends = encoded.map(({ text: decoded }) => {
    end += decoded.length + BREAK.length;
    return end;
  });
  return found.flatMap(({ rule, start, severity }) => {
    const source = encoded[ends.findIndex((offset) => start < offset)];
    return source && severity === 'high' ? [{ rule, start: source.start, value: source.encoded, severity }] : [];
  });
}

/** Of rules that match the same text, the first counts. */
function withoutOverlaps(matches: readonly Match[]): readonly Match[] {
  const kept: Match[] = [];
  let end = 0;
  for (const match of [...matches].sort((a, b) => a.start - b.start)) {
    if (match.start < end) continue;
    kept.push(match);
    end = match.start + match.value.length;
  }
  return kept;
}
