import xmlbuilder, { type XMLDocumentCB } from 'xmlbuilder';
import type { Report } from '../core/report/report.ts';
import { oneLine, shorten, visible } from './escape.ts';
import { countsOf, type TestCase, type TestGroup } from './junit/cases.ts';
import { testGroupsOf } from './junit/groups.ts';

const LONGEST_ATTRIBUTE = 1000;
const LONGEST_TEXT = 20_000;

/** The report as JUnit XML (`junit.xml`): at least one case, and at least one failed case unless the verdict is `passed`. */
export function renderJunit(report: Report): string {
  const groups = testGroupsOf(report);
  const parts: string[] = [];
  const xml = xmlbuilder.begin({ writer: { pretty: true } }, (part) => parts.push(part));
  xml.dec('1.0', 'UTF-8');
  xml.ele('testsuites', { name: 'Postman', ...totalsOf(groups), time: seconds(report.durationMs / 1000) });
  for (const group of groups) writeGroup(xml, group);
  xml.end();
  return `${parts.join('')}\n`;
}

function totalsOf(groups: readonly TestGroup[]) {
  const all = groups.map((group) => countsOf(group));
  const sum = (key: 'tests' | 'failures' | 'errors' | 'skipped'): number =>
    all.reduce((total, counts) => total + counts[key], 0);
  return { tests: sum('tests'), failures: sum('failures'), errors: sum('errors'), skipped: sum('skipped') };
}

function writeGroup(xml: XMLDocumentCB, group: TestGroup): void {
  xml.ele('testsuite', {
    name: attribute(group.name),
    ...countsOf(group),
    // dorny/test-reporter shows NaN for a suite without a time.
    time: seconds(group.seconds ?? group.cases.reduce((sum, test) => sum + (test.seconds ?? 0), 0)),
    ...(group.startedAt !== undefined && { timestamp: new Date(group.startedAt).toISOString().slice(0, 19) }),
    ...(group.file !== undefined && { file: attribute(group.file) }),
  });
  const properties = Object.entries(group.properties);
  if (properties.length > 0) {
    xml.ele('properties');
    for (const [name, value] of properties) xml.ele('property', { name, value: attribute(value) }).up();
    xml.up();
  }
  for (const test of group.cases) writeCase(xml, test);
  xml.up();
}

function writeCase(xml: XMLDocumentCB, test: TestCase): void {
  xml.ele('testcase', {
    name: attribute(test.name),
    classname: attribute(test.className),
    time: seconds(test.seconds ?? 0),
    ...(test.file !== undefined && { file: attribute(test.file) }),
    ...(test.line !== undefined && { line: test.line }),
  });
  for (const { element, message, type, text } of test.results) {
    const head = element === 'skipped' ? { message: attribute(message) } : { message: attribute(message), type };
    xml.ele(element, head, content(text)).up();
  }
  if (test.output) xml.ele('system-out', {}, content(test.output)).up();
  xml.up();
}

const attribute = (text: string): string => shorten(oneLine(text), LONGEST_ATTRIBUTE);

const content = (text: string): string => shorten(visible(text), LONGEST_TEXT);

const seconds = (value: number): string => value.toFixed(3);
