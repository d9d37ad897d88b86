import { duration, plural } from '../../core/lib/text.ts';
import type { Execution, Failure, RunResult } from '../../core/model/run-result.ts';
import { comparedLines } from '../comparison.ts';
import { shorten } from '../escape.ts';
import { executionsByPlace } from '../executions.ts';
import { type FailureGroup, groupFailures, whichOf } from '../failures.ts';
import { sourceLink } from '../links.ts';
import { fileOf, KIND_WORDS } from '../statistics.ts';
import { consolePart, exchangePart } from './exchange.ts';
import { linked, type Markup, markup, own } from './markup.ts';
import type { Page } from './page.ts';

/** Most groups of failures of a suite that the page shows. */
const SHOWN = 200;
const LONGEST_MESSAGE = 5000;

/** The failures or warnings of a suite, and how they look. */
interface CardsOptions {
  readonly run: RunResult;
  readonly failures: readonly Failure[];
  readonly look: 'bad' | 'warn';
}

/** A card for each request that failed, with its groups of failures. */
export function failureCards(page: Page, { run, failures, look }: CardsOptions): Markup {
  const groups = groupFailures(failures, run);
  const shown = groups.slice(0, SHOWN);
  const rest = groups.length - shown.length;
  const find = executionsByPlace(run.attempt);
  const cards = [...byRequest(shown).values()].map((list) =>
    card(page, { groups: list, execution: list[0] && find(list[0].failure), look }),
  );
  return markup`${cards}${rest > 0 && markup`<p class="dim">${plural(rest, 'more failure')} in report.json.</p>`}`;
}

/** Executions whose request and response are shown at a failure; each with the first failure of that card. */
export function shownAtFailures(run: RunResult): ReadonlyMap<Execution, Failure> {
  const find = executionsByPlace(run.attempt);
  const groups = groupFailures(run.attempt.failures, run).slice(0, SHOWN);
  return new Map(
    [...byRequest(groups).values()].flatMap(([first]) => {
      const execution = first && find(first.failure);
      return first && execution?.exchange ? [[execution, first.failure] as const] : [];
    }),
  );
}

function byRequest(groups: readonly FailureGroup[]): ReadonlyMap<string, readonly FailureGroup[]> {
  const cards = new Map<string, FailureGroup[]>();
  for (const group of groups) {
    const { path, request } = group.failure;
    const key = JSON.stringify([path, request]);
    cards.set(key, [...(cards.get(key) ?? []), group]);
  }
  return cards;
}

interface CardOptions {
  readonly groups: readonly FailureGroup[];
  readonly execution: Execution | undefined;
  readonly look: 'bad' | 'warn';
}

function card(page: Page, { groups, execution, look }: CardOptions): Markup {
  const [first] = groups;
  if (!first) return own('');
  const { path, request } = first.failure;
  const where = [...path, ...(request === undefined ? [] : [request])].join(' / ');
  return markup`<div class="failure ${own(look)}">${where !== '' && cardHead(page, { where, execution })}
${groups.map((group) => failureItem(page, group))}
${execution && page.budget.hasExchange(execution) && detailsOf(execution)}</div>`;
}

function cardHead(
  { anchors }: Page,
  { where, execution }: { readonly where: string; readonly execution: Execution | undefined },
): Markup {
  if (!execution) return markup`<p class="where">${where}</p>`;
  const { method, code, responseMs } = execution;
  const answer = [
    code === undefined ? 'no response' : String(code),
    ...(responseMs === undefined ? [] : [duration(responseMs)]),
  ];
  return markup`<p class="where"><span class="mono">${method}</span> <a href="#${anchors.execution(execution)}">${where}</a> <span class="dim">${answer.join(' · ')}</span></p>`;
}

function failureItem({ report, anchors }: Page, group: FailureGroup): Markup {
  const { failure } = group;
  const { kind, assertion, message, source, comparison } = failure;
  const [place, which, id] = [fileOf(failure), whichOf(group), anchors.failure(failure)];
  const link = sourceLink(report, {
    ...(failure.file !== undefined && { path: failure.file }),
    ...(failure.position && { position: failure.position }),
  });
  return markup`<div class="reason" id="${id}"><p><a class="self" href="#${id}" aria-label="Address of this failure">#</a> <b>${assertion ?? KIND_WORDS[kind]}</b>${which && markup` <span class="pill">${which}</span>`}${assertion !== undefined && kind !== 'assertion' && markup` <span class="pill">${KIND_WORDS[kind]}</span>`}</p>
<pre class="message">${shorten(message, LONGEST_MESSAGE)}</pre>${comparison && difference(comparison)}
${place && markup`<p class="place">${linked(link, markup`<code>${place}</code>`)}${source !== undefined && markup` <code class="source">${source}</code>`}</p>`}</div>`;
}

const LOOKS = { '-': 'del', '+': 'add', ' ': 'same' } as const;

/** The line diff of expected and actual. */
const difference = (comparison: NonNullable<Failure['comparison']>): Markup =>
  markup`<pre class="compared"><span class="legend"><span class="del">- expected</span> <span class="add">+ actual</span></span>${comparedLines(comparison).map(({ sign, text }) => markup`<span class="${own(LOOKS[sign])}">${`${sign} ${text}`}</span>`)}</pre>`;

const detailsOf = (execution: Execution): Markup | false =>
  (execution.exchange !== undefined || execution.console !== undefined) &&
  markup`<details class="more"><summary>Request and response</summary>${exchangePart(execution)}${consolePart(execution)}</details>`;
