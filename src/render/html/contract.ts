import { plural } from '../../core/lib/text.ts';
import type { Coverage, FilePlace, Violation } from '../../core/model/contract.ts';
import { violationGates } from '../../core/report/contract-verdict.ts';
import type { Report } from '../../core/report/report.ts';
import { contractLook, contractWords, coverageWords, deviationWords, placeWords, whatDeviates } from '../contract.ts';
import { shorten } from '../escape.ts';
import { sourceLink } from '../links.ts';
import { linked, type Markup, markup, own } from './markup.ts';

/** Most violations and untested operations that the page shows. */
const SHOWN = 300;
const LONGEST_TEXT = 500;

/** Deviations from the OpenAPI documents, and untested operations; empty without documents. */
export function contractSection(report: Report): Markup {
  const { contract, coverage } = report;
  if (!contract) return own('');
  const rest = contract.violations.length - SHOWN;
  return markup`<section aria-labelledby="contract"><h2 id="contract">Contract</h2>
<div class="card row flat">${contract.mode !== 'off' && markup`<p><span class="pill ${own(contractLook(report))}">${contractWords(contract)}</span> <span class="dim">${contract.documents.join(', ')}</span></p>`}
${contract.violations.slice(0, SHOWN).map((violation) => card(report, violation))}
${rest > 0 && markup`<p class="dim">${plural(rest, 'more deviation')} in report.json.</p>`}
${coverage && coverageCard(coverage)}</div></section>`;
}

function card(report: Report, violation: Violation): Markup {
  const { operation, suite, request, count, document, place } = violation;
  const look = violationGates(violation, report) ? 'bad' : 'warn';
  return markup`<div class="failure ${own(look)}"><span class="where">${shorten(operation, LONGEST_TEXT)} · ${shorten(whatDeviates(violation), LONGEST_TEXT)}</span>
${count > 1 && markup`<span class="pill">${plural(count, 'time')}</span>`}<br>${shorten(deviationWords(violation), LONGEST_TEXT)}
<br><span class="dim">${suite} / ${request}${place && markup` · ${placeLink(report, place)}`} · rule ${placeLink(report, document)}</span></div>`;
}

function placeLink(report: Report, place: FilePlace): Markup {
  const { file, line, column } = place;
  return linked(
    sourceLink(report, { path: file, position: { line, column } }),
    markup`<code>${placeWords(place)}</code>`,
  );
}

function coverageCard(coverage: Coverage): Markup {
  const { untested, untestedResponses, tags } = coverage;
  return markup`<p>${coverageWords(coverage)}${tags.length > 0 && markup`<br><span class="dim">${tags.map(({ tag, tested, operations }) => `${tag} ${tested}/${operations}`).join(' · ')}</span>`}</p>
${names('untested operation', untested)}${names('untested response', untestedResponses)}`;
}

function names(noun: string, list: readonly string[]): Markup {
  if (list.length === 0) return own('');
  const rest = list.length - SHOWN;
  return markup`<details><summary>${plural(list.length, noun)}</summary><ul>${list.slice(0, SHOWN).map((id) => markup`<li><code>${id}</code></li>`)}</ul>
${rest > 0 && markup`<p class="dim">… and ${rest} more in report.json.</p>`}</details>`;
}
