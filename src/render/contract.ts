import { count, noun, plural } from '../core/lib/text.ts';
import type { Coverage, FilePlace, Violation } from '../core/model/contract.ts';
import { violationGates } from '../core/report/contract-verdict.ts';
import type { Report } from '../core/report/report.ts';

/** The value that deviates: `body /items/0/id`; only the part of the message where the pointer is empty. */
export const whatDeviates = ({ part, pointer }: Violation): string => {
  const name = part.replace('-', ' ');
  return pointer === '' ? name : `${name} ${pointer}`;
};

/** `expected string; got null`. */
export const deviationWords = ({ expected, actual }: Violation): string => `expected ${expected}; got ${actual}`;

/** `file:line:column`. */
export const placeWords = ({ file, line, column }: FilePlace): string => `${file}:${line}:${column}`;

/** `9 of 10 operations tested (90%), 15 of 19 responses`. */
export function coverageWords({ operations, tested, percent, responses }: Coverage): string {
  const more = responses ? `, ${count(responses.tested)} of ${plural(responses.documented, 'response')}` : '';
  return `${count(tested)} of ${plural(operations, 'operation')} tested (${percent}%)${more}`;
}

/** `9 of 52 answers deviate`, or `52 answers checked, none deviates`; then how many bodies could not be checked. */
export function contractWords({ deviating, checked, unchecked }: NonNullable<Report['contract']>): string {
  const verb = noun(deviating, 'deviates', 'deviate');
  const words =
    deviating === 0
      ? `${plural(checked, 'answer')} checked, none deviates`
      : `${count(deviating)} of ${plural(checked, 'answer')} ${verb}`;
  const bodies = unchecked.reduce((sum, body) => sum + body.count, 0);
  const types = unchecked.map(({ mediaType }) => mediaType.replace(/[^\w.+/-]/g, '')).slice(0, 3);
  return bodies === 0 ? words : `${words}; bodies not checked: ${count(bodies)} (${types.join(', ')})`;
}

/** How the comparison looks: `bad` only if a deviation makes the run fail. */
export function contractLook(report: Report): 'good' | 'warn' | 'bad' {
  if (!report.contract || report.contract.deviating === 0) return 'good';
  return report.contract.violations.some((violation) => violationGates(violation, report)) ? 'bad' : 'warn';
}
