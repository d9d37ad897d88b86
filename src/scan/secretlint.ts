import type { SecretLintCoreConfig, SecretLintCoreConfigRule, SecretLintCoreResultMessage } from '@secretlint/types';
import type { Match } from './text-chunks.ts';

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

/** The search by secretlint's recommended rules; they are loaded here and nowhere else. */
export async function loadSecretlint(): Promise<(text: string) => Promise<readonly Match[]>> {
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
    severity: 'high',
  };
}
