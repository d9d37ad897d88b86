import type { SecretLintCoreConfig, SecretLintCoreConfigRule, SecretLintCoreResultMessage } from '@secretlint/types';
import type { Match } from './text-chunks.ts';

const PREFIX = '@secretlint/secretlint-rule-';

/** Rules of the preset that are not used. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  // A comment in the file would silently disable the search.
  'filter-comments',
  // For files that are a service account's key; in other files, the rule for private keys finds the key.
  'gcp',
]);

/** Options of rules that differ from the defaults. */
const RULE_OPTIONS: Readonly<Record<string, Pick<SecretLintCoreConfigRule, 'options' | 'allowMessageIds'>>> = {
  aws: {
    // Ids of users, groups and roles give no access. AWS's example ids end with EXAMPLE.
    options: { enableIDScanRule: true, allows: ['/^(?:AGPA|AIDA|AROA|AIPA|ANPA|ANVA)|EXAMPLE(?:KEY)?$/'] },
    // Twelve digits after "account" may as well be the number of a bank account.
    allowMessageIds: ['AWSAccountID'],
  },
  // The rule matches any words after "xoxb-", for example in documentation.
  slack: { options: { allows: ['/-(?:your|my|example|x{3,}|token)\\b/i'] } },
};

/** Loads secretlint's recommended rules and returns a search by them. */
export async function loadSecretlint(): Promise<(text: string) => Promise<readonly Match[]>> {
  const [{ lintSource }, { rules }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const named = rules.map((rule) => ({ name: rule.meta.id.replace(PREFIX, ''), id: rule.meta.id, rule }));
  const config: SecretLintCoreConfig = {
    rules: named
      .filter(({ name }) => !LEFT_OUT.has(name))
      .map(({ name, ...rule }) => ({ ...rule, ...RULE_OPTIONS[name] })),
  };
  return async (content) => {
    const source = { filePath: 'strings.txt', ext: '.txt', contentType: 'text', content } as const;
    const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
    return messages.map((message) => matchOf(message, content));
  };
}

/** A rule's range may begin at the name before the value, or end too early. Its data holds the value itself. */
function matchOf({ ruleId, messageId, range, data = {} }: SecretLintCoreResultMessage, text: string): Match {
  const [start, end] = range;
  const value = Object.values(data).find((entry) => typeof entry === 'string' && text.includes(entry, start));
  return {
    rule: `${ruleId.replace(PREFIX, '')}/${messageId}`,
    start,
    value: typeof value === 'string' ? value : text.slice(start, end),
    severity: 'high',
  };
}
