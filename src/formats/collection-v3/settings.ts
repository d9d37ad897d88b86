import type { JsonObject, JsonValue } from '../../core/lib/json.ts';
import { type HttpRequest, SETTINGS } from './schemas.ts';

/** Methods whose body Newman leaves out unless it is told otherwise. */
const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'COPY', 'PURGE', 'UNLOCK']);

/** Settings as v2.1 names them; none where there is nothing to say. */
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
