import type { Report } from '../core/report/report.ts';
import { oneLine, shorten, visible } from './escape.ts';
import { countsOf, type TestCase, type TestGroup } from './junit/cases.ts';
import { testGroupsOf } from './junit/groups.ts';
import { renderXml, type XmlElement } from './junit/xml.ts';

const LONGEST_ATTRIBUTE = 1000;
const LONGEST_TEXT = 20_000;

/** The report as JUnit XML (`junit.xml`): at least one case, and at least one failed case unless the verdict is `passed`. */
export function renderJunit(report: Report): string {
  const groups = testGroupsOf(report);
  return renderXml({
    name: 'testsuites',
    attributes: { name: 'Postman', ...totalsOf(groups), time: seconds(report.durationMs / 1000) },
    content: groups.map(groupElement),
  });
}

function totalsOf(groups: readonly TestGroup[]) {
  const all = groups.map((group) => countsOf(group));
  const sum = (key: 'tests' | 'failures' | 'errors' | 'skipped'): number =>
    all.reduce((total, counts) => total + counts[key], 0);
  return { tests: sum('tests'), failures: sum('failures'), errors: sum('errors'), skipped: sum('skipped') };
}

function groupElement(group: TestGroup): XmlElement {
  const { name, startedAt, file } = group;
  const properties = Object.entries(group.properties).map(([key, value]) => ({
    name: 'property',
    attributes: { name: key, value: attribute(value) },
  }));
  return {
    name: 'testsuite',
    attributes: {
      name: attribute(name),
      ...countsOf(group),
      // dorny/test-reporter shows NaN for a suite without a time.
      time: seconds(group.seconds ?? group.cases.reduce((sum, test) => sum + (test.seconds ?? 0), 0)),
      timestamp: startedAt === undefined ? undefined : new Date(startedAt).toISOString().slice(0, 19),
      file: file === undefined ? undefined : attribute(file),
    },
    content: [
      ...(properties.length > 0 ? [{ name: 'properties', content: properties }] : []),
      ...group.cases.map(caseElement),
    ],
  };
}

function caseElement(test: TestCase): XmlElement {
  const results = test.results.map(({ element, message, type, text }) => ({
    name: element,
    attributes: { message: attribute(message), type: element === 'skipped' ? undefined : type },
    content: content(text),
  }));
  return {
    name: 'testcase',
    attributes: {
      name: attribute(test.name),
      classname: attribute(test.className),
      time: seconds(test.seconds ?? 0),
      file: test.file === undefined ? undefined : attribute(test.file),
      line: test.line,
    },
    content: [...results, ...(test.output ? [{ name: 'system-out', content: content(test.output) }] : [])],
  };
}

const attribute = (text: string): string => shorten(oneLine(text), LONGEST_ATTRIBUTE);

const content = (text: string): string => shorten(visible(text), LONGEST_TEXT);

const seconds = (value: number): string => value.toFixed(3);
