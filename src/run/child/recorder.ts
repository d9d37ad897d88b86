import { inspect } from 'node:util';
import { type JsonPath, omitUndefined } from '../../core/lib/json.ts';
import { redactStrings } from '../../core/lib/redact-strings.ts';
import type { AssertionResult } from '../../core/model/run-result.ts';
import type { Event, ItemFailure, ItemRecord, Job, ItemPlace, SentRequest } from '../protocol.ts';
import { credentialsOf, safeUrl } from '../suite-secrets.ts';
import { comparisonOf } from './comparison.ts';
import { requestFailure, scriptFailure } from './error-messages.ts';
import { cut, ExchangeStore } from './exchange.ts';
import { LearningRedactor } from './learning-redactor.ts';
import { foldersOf, itemPath, scriptPath } from './newman/item-path.ts';
import type { Emitter, NewmanEvents, RuntimeError, RuntimeRequest, RuntimeResponse } from './newman/newman-types.ts';

/** Lines of script output that are kept of a run, and how long each may be. */
const CONSOLE_LINES = 2000;
const CONSOLE_LENGTH = 500;

type Args<Name extends keyof NewmanEvents> = NewmanEvents[Name];

/** The item under way. */
interface Current {
  readonly place: ItemPlace;
  readonly sent: SentRequest[];
  readonly assertions: AssertionResult[];
  readonly faults: ItemFailure[];
  /** What its scripts wrote. */
  readonly lines: string[];
  last?: { readonly request: RuntimeRequest; readonly response: RuntimeResponse | undefined };
  script?: ScriptRun;
}

/** The script under way. */
interface ScriptRun {
  readonly path: JsonPath | undefined;
  readonly source: string;
  /** Names of the assertions it has made. */
  readonly names: string[];
  /** What it threw that nobody has reported yet. */
  thrown?: RuntimeError;
}

/** Turns Newman's events into those of the protocol; keeps nothing of an item once it is over. */
export class Recorder {
  readonly #emit: (event: Event) => void;
  readonly #secretKeys: readonly string[];
  readonly #veil: LearningRedactor;
  readonly #exchanges: ExchangeStore;
  #startedAt = 0;
  #requestedAt = 0;
  #lines = 0;
  #current: Current | undefined;
  #scopes: Args<'start'>['run']['state'] = {};

  constructor(job: Pick<Job, 'secrets' | 'secretKeys'>, emit: (event: Event) => void) {
    this.#emit = emit;
    this.#secretKeys = job.secretKeys;
    this.#veil = new LearningRedactor(job.secrets);
    this.#exchanges = new ExchangeStore((text) => this.#veil.redact(text));
  }

  /** Listens to everything that counts. */
  attach(emitter: Emitter): void {
    emitter.on('start', (_, args) => this.#start(args));
    emitter.on('beforeItem', (_, args) => this.#beforeItem(args));
    emitter.on('beforeScript', (_, args) => this.#beforeScript(args));
    emitter.on('script', (error) => this.#script(error));
    emitter.on('exception', (_, args) => this.#exception(args));
    emitter.on('assertion', (error, args) => this.#assertion(error, args));
    emitter.on('console', (_, args) => this.#console(args));
    emitter.on('beforeRequest', () => {
      this.#requestedAt = Date.now();
    });
    emitter.on('request', (error, args) => this.#request(error, args));
    emitter.on('item', () => this.end());
  }

  /** What is under way. */
  get place(): ItemPlace | undefined {
    return this.#current?.place;
  }

  /** Blames the item under way, if there is one, for what ends the run. */
  crash({ kind, message }: Pick<ItemFailure, 'kind' | 'message'>): boolean {
    const path = this.#current?.script?.path;
    this.#current?.faults.push({ kind, message, ...(path ? { script: path } : {}) });
    return this.#current !== undefined;
  }

  /** Reports the item under way as far as it has come. */
  end(): void {
    const current = this.#current;
    if (!current) return;
    this.#closeScript(current);
    this.#current = undefined;
    const { last } = current;
    const failed = current.faults.length > 0 || (last?.response?.code ?? 0) >= 500;
    const exchange = last && this.#exchanges.keep(last, failed ? 'failed' : 'passed');
    this.#emit({ type: 'item', ...this.#hidden(current), ...(exchange ? { exchange } : {}) });
  }

  /** An item's texts are hidden when it is over: a script may speak of a secret before it is known for one. */
  #hidden({ place, sent, assertions, faults, lines }: Current): ItemRecord {
    const safe = (text: string): string => cut(this.#veil.redact(text));
    return {
      place: { ...place, path: place.path.map(safe), request: safe(place.request) },
      sent: sent.map((one) => ({ ...one, url: safe(one.url) })),
      assertions: assertions.map((one) => ({
        ...one,
        name: safe(one.name),
        ...(one.message === undefined ? {} : { message: safe(one.message) }),
      })),
      faults: faults.map((fault) => ({
        ...fault,
        message: safe(fault.message),
        ...(fault.assertion === undefined ? {} : { assertion: safe(fault.assertion) }),
        ...(fault.comparison === undefined ? {} : { comparison: redactStrings(fault.comparison, safe) }),
      })),
      console: lines.map((line) => cut(this.#veil.redact(line), CONSOLE_LENGTH)),
    };
  }

  #start({ cursor, run }: Args<'start'>): void {
    this.#scopes = run.state;
    this.#startedAt = Date.now();
    this.#emit({ type: 'started', iterations: cursor.cycles ?? 1, items: cursor.length ?? 0 });
  }

  #beforeItem({ cursor, item }: Args<'beforeItem'>): void {
    this.end();
    const place = {
      iteration: (cursor.iteration ?? 0) + 1,
      at: itemPath(item),
      path: foldersOf(item),
      request: item.name,
    };
    this.#current = { place, sent: [], assertions: [], faults: [], lines: [] };
  }

  #beforeScript({ event }: Args<'beforeScript'>): void {
    if (!this.#current) return;
    this.#closeScript(this.#current);
    this.#current.script = { path: scriptPath(event), source: event.script?.toSource() ?? '', names: [] };
  }

  #script(error: RuntimeError | null): void {
    const current = this.#current;
    if (!current) return;
    // With `bail`, failed assertions are told once more as an error of their script.
    if (error && error.name !== 'AssertionFailure') this.#fail(current, current.script?.thrown ?? error);
    else this.#closeScript(current);
    if (this.#secretKeys.length > 0) this.#learn();
  }

  /** An error that a script threw is told twice, here and with the script's end; one thrown later only here. */
  #exception({ error }: Args<'exception'>): void {
    const current = this.#current;
    if (!current || !error) return;
    if (current.script?.thrown) this.#closeScript(current);
    if (current.script) current.script.thrown = typeof error === 'string' ? { message: error } : error;
  }

  #closeScript(current: Current): void {
    const thrown = current.script?.thrown;
    if (thrown) this.#fail(current, thrown, { late: true });
  }

  #fail(current: Current, error: RuntimeError, mark: Pick<ItemFailure, 'late'> = {}): void {
    const script = current.script;
    current.faults.push({ ...scriptFailure(error, script), ...mark });
    if (script) delete script.thrown;
  }

  #assertion(error: RuntimeError | null, { assertion: name = '', skipped, error: thrown }: Args<'assertion'>): void {
    const current = this.#current;
    if (!current) return;
    if (error) this.#failAssertion(current, { name, message: error.message ?? 'failed' }, thrown);
    else current.assertions.push({ name, status: skipped ? 'skipped' : 'passed' });
    current.script?.names.push(name);
  }

  #failAssertion(
    current: Current,
    failed: Pick<AssertionResult, 'name' | 'message'>,
    thrown: RuntimeError | null = null,
  ): void {
    const { path, names = [] } = current.script ?? {};
    const { name: assertion, message = '' } = failed;
    const occurrence = names.filter((name) => name === assertion).length;
    current.assertions.push({ ...failed, status: 'failed' });
    current.faults.push(
      omitUndefined<ItemFailure>({
        kind: 'assertion',
        message,
        assertion,
        occurrence,
        script: path,
        scriptLine: thrown?.scriptLine,
        comparison: thrown ? comparisonOf(thrown) : undefined,
      }),
    );
  }

  #request(error: RuntimeError | null, { cursor, request, response }: Args<'request'>): void {
    const current = this.#current;
    if (!current || !request) return;
    for (const credential of credentialsOf(request.headers)) this.#veil.add(credential);
    const byScript = cursor.execution !== undefined;
    const method = request.method ?? 'GET';
    const url = safeUrl(String(request.url ?? ''));
    if (error) current.faults.push(requestFailure(error, `${byScript ? 'pm.sendRequest ' : ''}${method} ${url}`));
    if (!byScript) current.last = { request, response };
    current.sent.push({
      method,
      url,
      startedMs: this.#requestedAt - this.#startedAt,
      byScript,
      failed: error !== null,
      ...(response?.code === undefined ? {} : { code: response.code }),
      ...(response?.responseTime === undefined ? {} : { responseMs: response.responseTime }),
      ...(response ? { responseBytes: response.stream?.length ?? 0 } : {}),
    });
  }

  #console({ level, messages }: Args<'console'>): void {
    const lines = this.#current?.lines;
    if (!lines || this.#lines > CONSOLE_LINES) return;
    this.#lines += 1;
    const text = messages.map((part) =>
      typeof part === 'string'
        ? part
        : inspect(part, { depth: 3, breakLength: 120, maxStringLength: 4 * CONSOLE_LENGTH }),
    );
    // Longer than what will be shown of it: a secret that the final cut goes through must be whole here.
    const line = `${level}: ${text.join(' ').slice(0, 4 * CONSOLE_LENGTH)}`;
    lines.push(this.#lines > CONSOLE_LINES ? '… (more output is left out)' : line);
  }

  /** Values that scripts gave to secret variables are secrets from here on. */
  #learn(): void {
    for (const scope of [this.#scopes.environment, this.#scopes.globals, this.#scopes.collectionVariables]) {
      for (const key of this.#secretKeys) {
        const value = scope?.get(key);
        if (typeof value === 'string' && value !== '' && this.#veil.add(value))
          this.#emit({ type: 'secret', text: value });
      }
    }
  }
}
