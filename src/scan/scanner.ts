import type { JsonObject, JsonPath } from '../core/lib/json.ts';
import { Secret } from '../core/model/secret.ts';
import type { Finding } from '../core/plan/secrets-policy.ts';
import type { Clock, Scanner } from '../sync/ports.ts';
import { loadSearch, type Search } from './search.ts';
import { suspectIn } from './structure/judge.ts';
import { namedValues } from './structure/walk.ts';
import { type Match, pathAt, type TextChunk, textChunks } from './text-chunks.ts';

/**
 * Creates a scanner for Postman documents. It knows token formats, secretlint's recommended rules (loaded by the first
 * scan), and the places where Postman documents hold credentials.
 */
export function createScanner({ now }: Pick<Clock, 'now'> = Date): Scanner {
  let rules: Promise<Search> | undefined;
  return {
    scan: async (content) => {
      rules ??= loadSearch(now);
      const search = await rules;
      const byFormat: Finding[] = [];
      for (const chunk of textChunks(content)) {
        const matches = await search(chunk.text);
        byFormat.push(...matches.map((match) => findingOf(match, chunk)));
      }
      return [...byFormat, ...byPlace(content, byFormat)];
    },
  };
}

const findingOf = ({ rule, start, value, severity }: Match, chunk: TextChunk): Finding => ({
  rule,
  at: pathAt(chunk, start),
  value: new Secret(value),
  severity,
});

/** Findings by the place of a value, each value once; strings that already have a finding are skipped. */
function byPlace(content: JsonObject, found: readonly Finding[]): readonly Finding[] {
  const known = new Set(found.map(({ at }) => pathKey(at)));
  const findings = new Map<string, Finding>();
  for (const named of namedValues(content)) {
    const key = pathKey(named.at);
    const suspect = known.has(key) ? undefined : suspectIn(named);
    if (!suspect) continue;
    const { rule, value, severity } = suspect;
    const finding = { rule, at: named.at, value: new Secret(value), severity };
    if (!findings.has(`${key} ${value}`)) findings.set(`${key} ${value}`, finding);
  }
  return [...findings.values()];
}

const pathKey = (at: JsonPath): string => JSON.stringify(at);
