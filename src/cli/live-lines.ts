import type { SuiteProgress } from '../core/model/run-result.ts';
import { progressLine } from '../render/text/suite-log.ts';
import type { Clock } from '../sync/ports.ts';
import type { LiveDisplay } from '../wiring/host.ts';

/** Shortest time between two drawings, in milliseconds. */
const REDRAW_MS = 100;

/** The part of a terminal that is written to. */
export interface Terminal {
  readonly columns?: number;
  write(text: string): unknown;
}

/** One line for each running suite at the bottom of a terminal, kept below everything else that is written. */
export class LiveLines implements LiveDisplay {
  readonly #terminal: Terminal;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #running = new Map<number, SuiteProgress>();
  #drawn = 0;
  #drawnAt = 0;

  constructor(terminal: Terminal, clock: Pick<Clock, 'now'>) {
    this.#terminal = terminal;
    this.#clock = clock;
  }

  /** Shows how far a suite is. */
  set(index: number, running: SuiteProgress): void {
    this.#running.set(index, running);
    if (this.#clock.now() - this.#drawnAt >= REDRAW_MS) this.#draw();
  }

  /** Takes the line of a suite away. */
  remove(index: number): void {
    this.#running.delete(index);
    this.#draw();
  }

  /** Writes something else, above the lines. */
  above(write: () => void): void {
    this.clear();
    write();
    this.#draw();
  }

  /** Takes all lines away. */
  clear(): void {
    if (this.#drawn > 0) this.#terminal.write(`\u001b[${this.#drawn}A\u001b[0J`);
    this.#drawn = 0;
  }

  #draw(): void {
    this.clear();
    const width = Math.max((this.#terminal.columns ?? 80) - 1, 20);
    const lines = [...this.#running.values()].map((running) => progressLine(running).slice(0, width));
    if (lines.length > 0) this.#terminal.write(`${lines.join('\n')}\n`);
    this.#drawn = lines.length;
    this.#drawnAt = this.#clock.now();
  }
}
