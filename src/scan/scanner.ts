import type { JsonObject, JsonPath } from '../core/lib/json.ts';
import { Secret } from '../core/model/secret.ts';
import type { Finding } from '../core/plan/secrets-policy.ts';
import type { Clock, Scanner } from '../sync/ports.ts';
import { loadSearch, type Search } from './search.ts';
import { suspectIn } from './structure/judge.ts';
import { namedValues } from './structure/walk.ts';
import { type Match, passagesOf, placeIn, type TextChunk } from './text-chunks.ts';

/**
 * Searches by the shapes of tokens, by the recommended rules of secretlint (loaded at the first search), and by the
 * places where Postman documents keep credentials.
 */
export function createScanner({ now }: Pick<Clock, 'now'> = Date): Scanner {
  let rules: Promise<Search> | undefined;
  return {
    scan: async (content) => {
      rules ??= loadSearch(now);
      const search = await rules;
      const byShape: Finding[] = [];
      for (const passage of passagesOf(content)) {
        const matches = await search(passage.text);
        byShape.push(...matches.map((match) => findingOf(match, passage)));
      }
      return [...byShape, ...byPlace(content, byShape)];
    },
  };
}

const findingOf = ({ rule, start, value, severity }: Match, passage: TextChunk): Finding => ({
  rule,
  at: placeIn(passage, start),
  value: new Secret(value),
  severity,
});

/** What only its place tells; not where a shape already told. */
function byPlace(content: JsonObject, found: readonly Finding[]): readonly Finding[] {
  const told = new Set(found.map(({ at }) => pathKey(at)));
  const findings = new Map<string, Finding>();
  for (const named of namedValues(content)) {
    const key = pathKey(named.at);
    const suspect = told.has(key) ? undefined : suspectIn(named);
    if (!suspect) continue;
    const { rule, value, severity } = suspect;
    const finding = { rule, at: named.at, value: new Secret(value), severity };
    if (!findings.has(`${key} ${value}`)) findings.set(`${key} ${value}`, finding);
  }
  return [...findings.values()];
}

const pathKey = (at: JsonPath): string => JSON.stringify(at);
