import type { SecretLintCoreConfig, SecretLintCoreConfigRule, SecretLintCoreResultMessage } from '@secretlint/types';
import { Secret } from '../core/model/secret.ts';
import type { Finding } from '../core/plan/secrets-policy.ts';
import type { Scanner } from '../sync/ports.ts';
import { postmanKeys } from './postman-keys.ts';
import { type Match, passagesOf, placeIn, type TextChunk } from './text-chunks.ts';

type Search = (text: string) => Promise<readonly Match[]>;

/** Searches by the recommended rules of secretlint, and for Postman's own keys. The rules are loaded when they are needed. */
export function createScanner(): Scanner {
  let rules: Promise<Search> | undefined;
  return {
    scan: async (content) => {
      rules ??= loadRules();
      const search = await rules;
      const findings: Finding[] = [];
      for (const passage of passagesOf(content)) {
        const matches = [...postmanKeys(passage.text), ...(await search(passage.text))];
        const inOrder = matches.sort((a, b) => a.start - b.start);
        findings.push(...inOrder.map((match) => findingOf(match, passage)));
      }
      return findings;
    },
  };
}

const findingOf = ({ rule, start, value }: Match, passage: TextChunk): Finding => ({
  rule,
  at: placeIn(passage, start),
  value: new Secret(value),
});

const PREFIX = '@secretlint/secretlint-rule-';

/** Rules of the preset that do not fit here. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  // A comment in the file would switch the search off without anyone being told.
  'filter-comments',
  // For files that are a service account's key as a whole; inside other files the rule for private keys finds it.
  'gcp',
]);

/** What is told to rules beyond their defaults. */
const ADJUSTED: Readonly<Record<string, Pick<SecretLintCoreConfigRule, 'options' | 'allowMessageIds'>>> = {
  aws: {
    // Ids of users, groups and roles are none that anyone could sign in with; AWS ends those of its examples so.
    options: { enableIDScanRule: true, allows: ['/^(?:AGPA|AIDA|AROA|AIPA|ANPA|ANVA)|EXAMPLE(?:KEY)?$/'] },
    // Twelve digits after "account" are a bank's account as often as they are one of AWS.
    allowMessageIds: ['AWSAccountID'],
  },
  // Any words behind "xoxb-" fit the rule, those of a documentation too.
  slack: { options: { allows: ['/-(?:your|my|example|x{3,}|token)\\b/i'] } },
};

async function loadRules(): Promise<Search> {
  const [{ lintSource }, { rules }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const named = rules.map((rule) => ({ name: rule.meta.id.replace(PREFIX, ''), id: rule.meta.id, rule }));
  const config: SecretLintCoreConfig = {
    rules: named.filter(({ name }) => !LEFT_OUT.has(name)).map(({ name, ...rule }) => ({ ...rule, ...ADJUSTED[name] })),
  };
  return async (content) => {
    const source = { filePath: 'strings.txt', ext: '.txt', contentType: 'text', content } as const;
    const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
    return messages.map((message) => matchOf(message, content));
  };
}

/** A rule's range may cover the name before the value and end too early: its data holds the value itself. */
function matchOf({ ruleId, messageId, range, data = {} }: SecretLintCoreResultMessage, text: string): Match {
  const [start, end] = range;
  const value = Object.values(data).find((entry) => typeof entry === 'string' && text.includes(entry, start));
  return {
    rule: `${ruleId.replace(PREFIX, '')}/${messageId}`,
    start,
    value: typeof value === 'string' ? value : text.slice(start, end),
  };
}
