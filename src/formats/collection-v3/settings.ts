import type { JsonObject, JsonValue } from '../../core/lib/json.ts';
import { type HttpRequest, SETTINGS } from './schemas.ts';

/** Methods whose body Newman leaves out by default. */
const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'COPY', 'PURGE', 'UNLOCK']);

/** Settings in the form of v2.1 (`protocolProfileBehavior`); undefined if there are none. */
export function settingsOf(
  settings: HttpRequest['settings'],
  { method, hasBody }: { readonly method: string; readonly hasBody: boolean },
): JsonObject | undefined {
  const { disabledSystemHeaders, ...rest } = settings ?? {};
  const headers = disabledSystemHeaders
    ? { disabledSystemHeaders: Object.fromEntries(disabledSystemHeaders.map((name) => [name, true])) }
    : {};
  const pruning = hasBody && WITHOUT_BODY.has(method) ? { disableBodyPruning: true } : {};
  const behavior: Readonly<Record<string, JsonValue>> = { ...known(rest), ...headers, ...pruning };
  return Object.keys(behavior).length > 0 ? behavior : undefined;
}

const known = (rest: Readonly<Record<string, unknown>>): Readonly<Record<string, JsonValue>> =>
  Object.fromEntries(
    Object.entries(rest).filter(
      (entry): entry is [string, JsonValue] => SETTINGS.includes(entry[0]) && entry[1] !== undefined,
    ),
  );
