import { isObject, type JsonObject, objectsOf } from '../core/lib/json.ts';
import { parseWithPositions } from '../core/lib/positions.ts';
import type { Notice } from '../core/model/notice.ts';
import type { ConfigSource } from './config.ts';

/** Keys of the configuration that decide whether a run fails. Suites have `thresholds` and `blocking` of their own. */
const RULES = ['workspace', 'run', 'strict', 'thresholds', 'secrets', 'allowed-secrets'] as const;

/** Warns where a change edits the rules that decide its own verdict: a person has to review that edit. */
export function gateRuleNotices({ path, text }: ConfigSource, before: string | undefined): readonly Notice[] {
  if (before === undefined) return [];
  const [old, now] = [rulesIn(before), rulesIn(text)];
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key));
  if (changed.length === 0) return [];
  const message = `${path}: this change alters the rules that it is checked by: ${changed.join(', ')}. Review them.`;
  return [{ level: 'warning', message, path }];
}

/** The rules by name, each as one text to compare. */
function rulesIn(text: string): ReadonlyMap<string, string> {
  const document = parseWithPositions(text);
  const config: unknown = document.syntaxErrors.length > 0 ? {} : document.value();
  if (!isObject(config)) return new Map();
  const own = RULES.flatMap((key) => (config[key] === undefined ? [] : [[key, JSON.stringify(config[key])] as const]));
  const suites = objectsOf(config.suites).map(ruleOfSuite).join('\n');
  return new Map([...own, ...(suites.trim() === '' ? [] : [['suites (thresholds, blocking)', suites] as const])]);
}

function ruleOfSuite({ name, collection, thresholds, blocking }: JsonObject): string {
  if (thresholds === undefined && blocking === undefined) return '';
  return JSON.stringify([name ?? collection, thresholds ?? null, blocking ?? true]);
}
