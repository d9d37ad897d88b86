import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../../core/lib/json.ts';
import type { NamedValue } from './judge.ts';

/** The secret parameters of Postman's auth types. */
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  apikey: ['value'],
  asap: ['privateKey'],
  awsv4: ['secretKey', 'sessionToken'],
  basic: ['password'],
  bearer: ['token'],
  digest: ['password'],
  edgegrid: ['clientSecret', 'accessToken', 'clientToken'],
  hawk: ['authKey'],
  jwt: ['secret', 'privateKey'],
  ntlm: ['password'],
  oauth1: ['consumerSecret', 'tokenSecret', 'privateKey'],
  oauth2: ['clientSecret', 'accessToken', 'refreshToken', 'password'],
};

/**
 * Values of the secret parameters of an `auth` object. Parameters are a list of `{ key, value }`, or an object as in
 * v2.0.
 */
export function* authValues(auth: JsonObject, at: JsonPath): Generator<NamedValue> {
  for (const [type, names] of Object.entries(SECRETS)) {
    for (const { name, value, at: place } of parametersOf(auth[type], [...at, type])) {
      if (names.includes(name)) yield { at: place, part: 'auth', name, value, marked: true };
    }
  }
}

type Parameter = Pick<NamedValue, 'name' | 'value' | 'at'>;

function parametersOf(parameters: JsonValue | undefined, at: JsonPath): readonly Parameter[] {
  if (Array.isArray(parameters)) return pairsIn(parameters, at);
  if (!isObject(parameters)) return [];
  return Object.entries(parameters).flatMap(([name, value]) =>
    typeof value === 'string' ? [{ name, value, at: [...at, name] }] : [],
  );
}

/** The `{ key, value }` pairs of a list whose value is a string. */
export const pairsIn = (list: readonly JsonValue[], at: JsonPath): readonly Parameter[] =>
  list.flatMap((entry, index) =>
    isObject(entry) && typeof entry.value === 'string'
      ? [{ name: entryName(entry), value: entry.value, at: [...at, index, 'value'] }]
      : [],
  );

const entryName = ({ key, id, name }: JsonObject): string =>
  [key, id, name].find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '') ?? '';
