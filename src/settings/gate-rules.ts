import { isObject, type JsonObject, objectsOf } from '../core/lib/json.ts';
import { parseWithPositions } from '../core/lib/positions.ts';
import type { Notice } from '../core/model/notice.ts';
import type { ConfigSource } from './config.ts';

/** Keys of the configuration that decide what a run is held to; suites have some of them, too. */
const RULES = ['workspace', 'run', 'strict', 'thresholds', 'secrets', 'allowed-secrets'] as const;

/** A warning where a change loosens or tightens what it is judged by: the gate's own rules need a person's eye. */
export function gateRuleNotices({ path, text }: ConfigSource, before: string | undefined): readonly Notice[] {
  if (before === undefined) return [];
  const [old, now] = [rulesIn(before), rulesIn(text)];
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key));
  if (changed.length === 0) return [];
  const message = `${path}: this change alters the rules that it is checked by: ${changed.join(', ')}. Review them.`;
  return [{ level: 'warning', message, path }];
}

/** The rules by their name, each as one comparable text. */
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
