import { omitUndefined } from '../../core/lib/json.ts';
import type { AssertionResult } from '../../core/model/run-result.ts';
import type { Event, ItemFailure, ItemPlace, Job, SentRequest } from '../protocol.ts';
import { credentialsOf, safeUrl } from '../suite-secrets.ts';
import { asText, written } from './as-text.ts';
import type { CompareExchange } from './compare-contract.ts';
import { ConsoleLines } from './console-lines.ts';
import {
  assertionFailure,
  cutOffFailure,
  requestFailure,
  scriptFailure,
  uploadFailures,
  withoutFunction,
} from './error-messages.ts';
import { ExchangeStore } from './exchange.ts';
import { type ItemState, newItem, redactedItem } from './item-state.ts';
import { LearningRedactor } from './learning-redactor.ts';
import type { CutOffResponses } from './newman/cut-off-responses.ts';
import { foldersOf, itemPath, nodeName, scriptPath } from './newman/item-path.ts';
import type { Emitter, NewmanEvents, RuntimeError, RuntimeResponse } from './newman/newman-types.ts';

/** Variables with the response in the old script API. They are set before the script begins. */
const LEGACY_RESPONSE = /\bresponse(?:Body|Code)\b/;

type Args<Name extends keyof NewmanEvents> = NewmanEvents[Name];

type Listener<Name extends keyof NewmanEvents> = (error: RuntimeError | null, args: Args<Name>) => void;

/** What a recorder needs. */
export interface RecorderOutput {
  emit(event: Event): void;
  /** Called when a listener of the recorder throws. Newman would swallow the error, and could hang. */
  defect(error: unknown): void;
  /** Compares requests and responses with OpenAPI documents; absent without documents. */
  readonly compare?: CompareExchange;
}

/** Converts Newman's events to those of the protocol. Keeps nothing of an item after its end. */
export class Recorder {
  readonly #output: RecorderOutput;
  readonly #cutOff: Pick<CutOffResponses, 'take' | 'clear'>;
  readonly #secretKeys: readonly string[];
  readonly #redactor: LearningRedactor;
  readonly #exchanges: ExchangeStore;
  readonly #consoleLines = new ConsoleLines();
  #startedAt = 0;
  #requestedAt = 0;
  #current: ItemState | undefined;
  #scopes: Args<'start'>['run']['state'] = {};

  constructor(
    job: Pick<Job, 'secrets' | 'secretKeys'>,
    output: RecorderOutput,
    cutOff: Pick<CutOffResponses, 'take' | 'clear'> = { take: () => false, clear: () => undefined },
  ) {
    this.#output = output;
    this.#cutOff = cutOff;
    this.#secretKeys = job.secretKeys;
    this.#redactor = new LearningRedactor(job.secrets);
    this.#exchanges = new ExchangeStore((text) => this.#redactor.redact(text));
  }

  /** Attaches all listeners. */
  attach(emitter: Emitter): void {
    const on = <Name extends keyof NewmanEvents>(name: Name, listener: Listener<Name>): void =>
      void emitter.on(name, (error, args) => this.#guard(() => listener(error, args)));
    on('start', (_, args) => this.#start(args));
    on('beforeItem', (_, args) => this.#beforeItem(args));
    on('beforeScript', (_, args) => this.#beforeScript(args));
    on('script', (error, args) => this.#script(error, args));
    on('exception', (_, args) => this.#exception(args));
    on('assertion', (error, args) => this.#assertion(error, args));
    on('console', (_, args) => this.#console(args));
    on('beforeRequest', () => {
      this.#requestedAt = Date.now();
    });
    on('request', (error, args) => this.#request(error, args));
    on('item', () => this.end());
  }

  /** The text with all secrets redacted that are known so far. */
  redact(text: string): string {
    return this.#redactor.redact(text);
  }

  /** Milliseconds since the run started; undefined before that. */
  get ranMs(): number | undefined {
    return this.#startedAt === 0 ? undefined : Date.now() - this.#startedAt;
  }

  /** The item that is running. */
  get place(): ItemPlace | undefined {
    return this.#current?.place;
  }

  /** Adds the error that ends the run to the failures of the running item, if any. */
  crash({ kind, message }: Pick<ItemFailure, 'kind' | 'message'>): boolean {
    const path = this.#current?.script?.path;
    this.#current?.failures.push({ kind, message, ...(path ? { script: path } : {}) });
    return this.#current !== undefined;
  }

  /** Reports the running item, which may be incomplete. */
  end(): void {
    const current = this.#current;
    if (!current) return;
    this.#closeScript(current);
    this.#current = undefined;
    const { last } = current;
    const failed = current.failures.length > 0 || (last?.response?.code ?? 0) >= 500;
    const exchange = last && this.#exchanges.keep(last, failed ? 'failed' : 'passed');
    const item = redactedItem(current, (text) => this.#redactor.redact(text));
    this.#output.emit({ type: 'item', ...item, ...(exchange ? { exchange } : {}) });
  }

  #guard(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.#output.defect(error);
    }
  }

  #start({ cursor, run }: Args<'start'>): void {
    this.#scopes = run.state;
    this.#startedAt = Date.now();
    this.#output.emit({ type: 'started', iterations: cursor.cycles ?? 1, items: cursor.length ?? 0 });
  }

  #beforeItem({ cursor, item }: Args<'beforeItem'>): void {
    this.end();
    this.#cutOff.clear();
    const iteration = (cursor.iteration ?? 0) + 1;
    this.#current = newItem({ iteration, at: itemPath(item), path: foldersOf(item), request: nodeName(item) });
  }

  #beforeScript({ event }: Args<'beforeScript'>): void {
    if (!this.#current) return;
    this.#closeScript(this.#current);
    this.#current.script = { path: scriptPath(event), source: asText(event.script?.toSource()), names: [] };
  }

  #script(error: RuntimeError | null, { execution }: Args<'script'>): void {
    const current = this.#current;
    if (!current) return;
    const { names = [], source = '' } = current.script ?? {};
    if (names.length > 0 && (execution?.lookedAtResponse === true || LEGACY_RESPONSE.test(source)))
      current.looked = true;
    // With `bail`, failed assertions are reported once more as an error of their script.
    if (error && error.name !== 'AssertionFailure') this.#fail(current, current.script?.thrown ?? error);
    else this.#closeScript(current);
    if (this.#secretKeys.length > 0) this.#learn();
  }

  /** An error that a script threw is reported twice, here and with the script's end; one thrown later only here. */
  #exception({ error }: Args<'exception'>): void {
    const current = this.#current;
    if (!current) return;
    if (current.script?.thrown) this.#closeScript(current);
    if (current.script)
      current.script.thrown = isError(error)
        ? error
        : { message: asText(error, error === null ? 'null' : 'undefined') };
  }

  #closeScript(current: ItemState): void {
    const thrown = current.script?.thrown;
    if (thrown) this.#fail(current, thrown, { strictOnly: true });
  }

  #fail(current: ItemState, error: RuntimeError, mark: Pick<ItemFailure, 'strictOnly'> = {}): void {
    const script = current.script;
    current.failures.push({ ...scriptFailure(error, script), ...mark });
    if (script) delete script.thrown;
  }

  #assertion(error: RuntimeError | null, { assertion, skipped, error: thrown }: Args<'assertion'>): void {
    const current = this.#current;
    if (!current) return;
    const name = asText(assertion);
    if (error) this.#failAssertion(current, { name, message: asText(error.message, 'failed') }, thrown);
    else current.assertions.push({ name, status: skipped ? 'skipped' : 'passed' });
    if (!error && thrown?.noFunction) current.failures.push(withoutFunction(name, current.script?.path));
    current.script?.names.push(name);
  }

  #failAssertion(
    current: ItemState,
    failed: Pick<AssertionResult, 'name' | 'message'>,
    thrown: RuntimeError | null = null,
  ): void {
    const { script } = current;
    current.assertions.push({ ...failed, status: 'failed' });
    current.failures.push(assertionFailure(failed, { script, thrown }));
  }

  #request(error: RuntimeError | null, { cursor, request, response, history }: Args<'request'>): void {
    const current = this.#current;
    if (!current || !request) return;
    for (const credential of credentialsOf(request.headers)) this.#redactor.add(credential);
    const byScript = cursor.execution !== undefined;
    const method = asText(request.method, 'GET');
    const rawUrl = written(request.url);
    const url = safeUrl(rawUrl);
    const target = `${byScript ? 'pm.sendRequest ' : ''}${method} ${url}`;
    const cutOff = this.#cutOff.take(method, rawUrl) && !error;
    if (error) current.failures.push(requestFailure(error, target));
    if (cutOff) current.failures.push(cutOffFailure(target));
    if (!byScript) current.last = { request, response };
    const contract = response && this.#output.compare?.({ request, response, history });
    current.sent.push({
      ...{ method, url, byScript, failed: error !== null || cutOff },
      startedMs: this.#requestedAt - this.#startedAt,
      ...answerOf(response),
      ...(contract ? { contract } : {}),
    });
  }

  #console({ cursor, level, messages }: Args<'console'>): void {
    if (cursor.execution === undefined) this.#current?.failures.push(...uploadFailures(messages));
    const line = this.#current && this.#consoleLines.lineOf(level, messages);
    if (line !== undefined) this.#current?.console.push(line);
  }

  /** Learns the values that scripts set secret variables to. */
  #learn(): void {
    for (const scope of [this.#scopes.environment, this.#scopes.globals, this.#scopes.collectionVariables]) {
      for (const key of this.#secretKeys) {
        const value = scope?.get(key);
        if (typeof value === 'string' && value !== '' && this.#redactor.add(value))
          this.#output.emit({ type: 'secret', text: value });
      }
    }
  }
}

/** Scripts can throw any value. A value without a message is used as the message. */
const isError = (thrown: unknown): thrown is RuntimeError =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown;

const answerOf = (response: RuntimeResponse | undefined): Pick<SentRequest, 'code' | 'responseMs' | 'responseBytes'> =>
  omitUndefined({
    code: response?.code,
    responseMs: response?.responseTime,
    responseBytes: response && (response.stream?.length ?? 0),
  });
