import { plural } from '../../lib/text.ts';

/** Why a value is wrong, and the remedy. */
export interface InvalidReason {
  readonly message: string;
  readonly remedy: string;
}

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names of the values, from `min` on. */
  readonly words?: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const FIELDS: readonly Field[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of month', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, words: MONTHS },
  { name: 'day of week', min: 0, max: 7, words: WEEKDAYS },
];

/** The values of each field, ascending; Sunday is 0. */
type Pattern = readonly (readonly number[])[];

/** Examples from Postman's documentation. */
const EXAMPLES =
  'Postman takes five fields (minute, hour, day of month, month, day of week), every five minutes at most: */5 * * * *, 0 */6 * * *, 0 17 * * *, 0 6 * * MON-FRI.';

const SHORTEST_MINUTES = 5;
const DAY_MINUTES = 1_440;

/**
 * Why Postman would refuse a cron pattern: it has not five POSIX fields, matches no date, or runs more often than every
 * five minutes. Undefined for a valid pattern.
 */
export function cronProblem(text: string): InvalidReason | undefined {
  const pattern = parse(text);
  if ('message' in pattern) return { message: pattern.message, remedy: EXAMPLES };
  if (isNever(pattern)) return { message: `"${text}" is never due`, remedy: 'Name a day that its months have.' };
  const gap = shortestGap(pattern);
  if (gap >= SHORTEST_MINUTES) return undefined;
  const interval = gap === 1 ? 'every minute' : `${gap} minutes apart`;
  return { message: `"${text}" runs ${interval} at times, which Postman does not allow`, remedy: EXAMPLES };
}

/** A pattern with POSIX's five fields. Postman answers with six fields, of which the first is the second. */
export function posixCron(text: string): string {
  const fields = text.trim().split(/\s+/);
  const posix = fields.length === 6 && fields[0] === '0' ? fields.slice(1) : fields;
  return posix.map((field) => (field === '?' ? '*' : field)).join(' ');
}

/** The canonical text of a pattern. */
export function canonicalCron(text: string): string {
  const posix = posixCron(text);
  const pattern = parse(posix);
  if ('message' in pattern) return posix;
  return pattern.map((values, at) => (isEvery(values, at) ? '*' : values.join(','))).join(' ');
}

function parse(text: string): Pattern | { readonly message: string } {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== FIELDS.length)
    return { message: `"${text}" has ${plural(parts.length, 'field')} instead of five` };
  const read = FIELDS.map((field, at) => valuesOf(parts[at] ?? '', field));
  const wrong = read.indexOf(undefined);
  if (wrong >= 0) return { message: `"${parts[wrong]}" is no ${FIELDS[wrong]?.name} of a cron pattern` };
  return read.map((values) => values ?? []);
}

/** The values of a field such as `1,10-20/5`; undefined for an invalid field. */
function valuesOf(text: string, field: Field): readonly number[] | undefined {
  const parts = text.split(',').map((part) => rangeOf(part, field));
  if (parts.some((part) => part === undefined)) return undefined;
  const values = parts.flatMap((part) => part ?? []).map((value) => (field.max === 7 ? value % 7 : value));
  return [...new Set(values)].sort((a, b) => a - b);
}

function rangeOf(text: string, field: Field): readonly number[] | undefined {
  const [, star, from, to, step] = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(text) ?? [];
  if (step !== undefined && (Number(step) === 0 || (!star && to === undefined))) return undefined;
  const first = star ? field.min : numberOf(from, field);
  const end = to === undefined ? first : numberOf(to, { ...field, asEnd: true });
  const last = star ? field.max : end;
  if (first === undefined || last === undefined || first > last) return undefined;
  const by = Number(step ?? 1);
  return Array.from({ length: Math.floor((last - first) / by) + 1 }, (_, index) => first + index * by);
}

/** The value of a number or name; at the end of a range, `SUN` is 7 instead of 0. */
function numberOf(text: string | undefined, field: Field & { readonly asEnd?: true }): number | undefined {
  if (text === undefined) return undefined;
  const words = field.words ?? [];
  const index = field.asEnd ? words.lastIndexOf(text.toLowerCase()) : words.indexOf(text.toLowerCase());
  const number = /^\d+$/.test(text) ? Number(text) : undefined;
  const value = index >= 0 ? field.min + index : number;
  return value !== undefined && value >= field.min && value <= field.max ? value : undefined;
}

/** Whether the values are all values of a field. */
function isEvery(values: readonly number[], at: number): boolean {
  const field = FIELDS[at];
  return field !== undefined && values.length === field.max - field.min + (field.max === 7 ? 0 : 1);
}

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether no month of the pattern has any of its days. A pattern with days of the week always matches a date. */
function isNever([, , days = [], months = [], weekdays = []]: Pattern): boolean {
  const longest = Math.max(...months.map((month) => LONGEST_MONTH[month - 1] ?? 31));
  return isEvery(weekdays, 4) && (days[0] ?? 1) > longest;
}

/** Shortest time between two runs in minutes, including runs before and after midnight. */
function shortestGap([minutes = [], hours = []]: Pattern): number {
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  const next = [...times.slice(1), (times[0] ?? 0) + DAY_MINUTES];
  return Math.min(...times.map((time, at) => (next[at] ?? DAY_MINUTES) - time));
}
