import { wordsOf } from '../core/lib/text.ts';
import { decodeBase64 } from './base64.ts';
import { isPublishedSample } from './published-samples.ts';

/** Variables and bracketed names instead of a value. */
const VARIABLES =
  /\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{[A-Za-z][\w .-]*\}|<[^<>]*>|\[[A-Za-z][\w .-]*\]|%[A-Za-z_]+%|\$[A-Za-z_]\w*|^:[a-z]\w*$|@[A-Z_]+@/g;

/** Words that mark the whole value as a placeholder. */
const MARKERS =
  /example|sample|placeholder|dummy|change[-_ ]?(?:me|it)|your[-_ ]|^your|redacted|replace[-_ ]?(?:me|with|this)|insert[-_ ]|x{5,}|\*{3,}|\.{3}|…|•|\btodo\b|\btbd\b|not[-_ ]?a[-_ ]?(?:real|secret)|deadbeef|lorem|foobar|a1b2c3|1a2b3c|abc123|123abc|1q2w3e|qwerty|123456/i;

const COMMON = new Set(
  `a abc abcd abcdef access account add admin alice an and any api apikey app application asdf at auth authorization bad bar basic baz bearer bob
  by changeme client code consumer cookie correct credential credentials current customer default demo dev development eg empty enter existing
  expired fake false fill foo for from full generate generated get grant guest header here hidden home id in incorrect insert int integration
  invalid is it jane john jwt key kid live local login masked me mock my name new nil no none not null number oauth obj object of ok old on one
  or paste pass passcode passphrase passw passwd password please postman private prod production public put pwd qa qwe qwer qwerty random real
  refresh removed root sandbox secret secrete secretkey secure sensitive service session set shared should sign signed some something staging
  string strong stuff super sys system temp test tester testing testuser text that the this to todo token true two type unauthorized undefined
  unit use user username uuid valid value variable welcome with word wrong x xxx xxxx xyz y you your z`.split(/\s+/),
);

/** Whether a value is a placeholder: a variable, common words, a repeated or sequential pattern, a published sample. */
export function isPlaceholder(value: string, name = ''): boolean {
  const rest = value
    .replace(VARIABLES, ' ')
    .replace(/^\s*(?:bearer|basic|token|apikey)\s+/i, '')
    .trim();
  if (rest.length < 4 || MARKERS.test(rest) || MARKERS.test(plainSpelling(rest))) return true;
  if (isPublishedSample(rest) || isEncodedPlaceholder(rest)) return true;
  return isRepetitive(rest) || isSequence(rest) || isMadeOfWords(rest, name);
}

/** Base64 of `name:password`, both placeholders. */
function isEncodedPlaceholder(text: string): boolean {
  const [, user, password] = /^([^:\s]{1,64}):([^:\s]{1,64})$/.exec(decodeBase64(text) ?? '') ?? [];
  return user !== undefined && password !== undefined && isPlaceholder(password, user) && isPlaceholder(user);
}

/** One character many times, or very few different characters. */
const isRepetitive = (text: string): boolean =>
  /([^A])\1{5}/.test(text) ||
  new Set(text).size <= Math.min(3, text.length / 3) ||
  (text.length >= 16 && new Set(text).size <= 5);

/** Consecutive letters or digits: `abcdefgh`, `1234567890`. */
const isSequence = (text: string): boolean => longestRun(text.toLowerCase()) >= 7;

function longestRun(text: string): number {
  let [longest, run] = [text === '' ? 0 : 1, 1];
  for (let index = 1; index < text.length; index += 1) {
    run = text.charCodeAt(index) - text.charCodeAt(index - 1) === 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Consists of common words, short numbers and words of its own name. */
function isMadeOfWords(text: string, name: string): boolean {
  if (CONSTANT.test(text) || COMPOUND.test(text) || /^\d{1,6}$/.test(text)) return true;
  const own = new Set(wordsOf(name));
  const known = (word: string): boolean =>
    COMMON.has(word) || own.has(word) || (/^\d+$/.test(word) && word.length <= 6) || word.length === 1;
  const spelled = plainSpelling(text);
  return [text, spelled, text.toLowerCase(), spelled.toLowerCase()].some((form) => {
    const words = wordsOf(form);
    return words.every(known) && lettersIn(words.filter((word) => word.length > 2)) * 2 > lettersIn(words);
  });
}

const lettersIn = (words: readonly string[]): number => words.join('').replace(/\d/g, '').length;

/** `CLIENT_SECRET_VALUE`: the name of a constant. */
const CONSTANT = /^[A-Z]{2,}(?:_[A-Z]+)+$/;

/** Common words written as one word: `testpassword1`, `newsecret123`. */
const COMPOUND =
  /^(?:(?:my|new|old|the|a|test|user|admin|demo|dev|client|api|super|top|some|so|very|secure|strong|random|wrong)[-_]?)+(?:password|passwd|pass|pwd|secret|token|key|user)?[\d!@#$_-]{0,6}$/i;

/** Replaces digits and signs by the letters that they stand for: `P@ssw0rd` → `Password`. */
const plainSpelling = (text: string): string =>
  text
    .replace(/@/g, 'a')
    .replace(/\$/g, 's')
    .replace(/(?<=[a-z])0(?=[a-z])/gi, 'o')
    .replace(/(?<=[a-z])[3€]/gi, 'e')
    .replace(/(?<=[a-z])1(?=[a-z])/gi, 'l');
