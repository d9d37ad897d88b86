import type { SuiteProgress } from '../core/model/run-result.ts';
import { redactor, Secret } from '../core/model/secret.ts';
import type { Suite } from '../core/model/suite.ts';
import type { Event, ItemPlace, ItemRecord } from './protocol.ts';
import type { Abort } from './result/attempt.ts';
import { secretsOf } from './suite-secrets.ts';

/** Most lines of script output that the log shows for a suite. */
const OUTPUT_LINES = 200;

/** Called with the progress of a suite, for live output. */
export type OnProgress = (progress: SuiteProgress) => void;

export interface CollectorOptions {
  readonly now: () => number;
  readonly onProgress: OnProgress | undefined;
}

/** Collects the events of a child process. */
export class EventCollector {
  readonly items: ItemRecord[] = [];
  readonly aborts: Abort[] = [];
  readonly output: string[] = [];
  iterations = 0;
  /** Time of Newman's first event, and duration since then. The start of the process does not count. */
  startedAt: number | undefined;
  ranMs: number | undefined;
  place: ItemPlace | undefined;
  #requests = 0;
  #failures = 0;
  readonly secrets: Secret[];
  readonly #suite: string;
  readonly #options: CollectorOptions;

  constructor(suite: Suite, options: CollectorOptions) {
    this.#suite = suite.name;
    this.secrets = [...secretsOf(suite)];
    this.#options = options;
  }

  add(event: Event): void {
    switch (event.type) {
      case 'started':
        this.iterations = event.iterations;
        this.startedAt = this.#options.now();
        break;
      case 'item':
        this.#item(event);
        break;
      case 'at':
        this.place = event.place;
        break;
      case 'secret':
        this.secrets.push(new Secret(event.text));
        break;
      case 'aborted':
        this.aborts.push({ kind: event.kind, message: this.hide(event.message), file: event.file });
        break;
      case 'time':
        this.ranMs = event.ranMs;
        break;
      case 'reporter': {
        const message = `The reporter "${event.name}" failed: ${this.hide(event.message)}`;
        this.aborts.push({ kind: 'settings', message, file: 'package.json' });
        break;
      }
      case 'done':
        break;
    }
    // Between two items the last one stays: a line that changes too often is unreadable.
    const request = (this.place ?? this.items.at(-1)?.place)?.request;
    const progress = { suite: this.#suite, requests: this.#requests, failures: this.#failures };
    this.#options.onProgress?.({ ...progress, ...(request === undefined ? {} : { request }) });
  }

  #write(line: string): void {
    if (this.output.length < OUTPUT_LINES) this.output.push(line);
    else if (this.output.length === OUTPUT_LINES) this.output.push('… (more output is in the report)');
  }

  /** Redacts a text that the child has not redacted. */
  hide(text: string): string {
    return redactor(this.secrets)(text);
  }

  #item(item: ItemRecord): void {
    this.items.push(item);
    for (const line of item.console) this.#write(line);
    this.place = undefined;
    this.#requests += item.sent.length;
    this.#failures += item.failures.length;
  }
}
