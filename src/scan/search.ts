import { encodedTexts } from './base64.ts';
import { isMatchPlaceholder } from './placeholder-match.ts';
import { loadSecretlint } from './secretlint.ts';
import { type Match, SEPARATOR } from './text-chunks.ts';
import { tokensIn } from './tokens.ts';

/** Finds credentials in a text by their format, in their order. Placeholders are left out. */
export type Search = (text: string) => Promise<readonly Match[]>;

/** Loads a search by token formats and secretlint's rules. It also searches base64-encoded parts of a text. */
export async function loadSearch(now: () => number): Promise<Search> {
  const lint = await loadSecretlint();
  const plain: Search = async (text) => {
    const matches = [...tokensIn(text, now()), ...(await lint(text))];
    return matches.filter((match) => !isMatchPlaceholder(match));
  };
  return async (text) => withoutOverlaps([...(await plain(text)), ...(await searchBase64(text, plain))]);
}

/** Matches in base64-encoded parts. The match is the encoded part, because the file does not have the decoded form. */
async function searchBase64(text: string, search: Search): Promise<readonly Match[]> {
  const encoded = [...encodedTexts(text)];
  if (encoded.length === 0) return [];
  const found = await search(encoded.map(({ text: decoded }) => decoded).join(SEPARATOR));
  let end = 0;
  const ends = encoded.map(({ text: decoded }) => {
    end += decoded.length + SEPARATOR.length;
    return end;
  });
  return found.flatMap(({ rule, start, severity }) => {
    const source = encoded[ends.findIndex((offset) => start < offset)];
    return source && severity === 'high' ? [{ rule, start: source.start, value: source.encoded, severity }] : [];
  });
}

/** Of overlapping matches, the first one counts. */
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
