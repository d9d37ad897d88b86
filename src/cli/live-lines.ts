import type { RunResult, SuiteProgress } from '../core/model/run-result.ts';
import { progressLine, type RunProgress, statusLine } from '../render/text/suite-log.ts';
import type { Clock } from '../sync/ports.ts';
import type { LiveDisplay } from '../wiring/host.ts';

/** Shortest time between two drawings, and between two ticks of the elapsed time, in milliseconds. */
const REDRAW_MS = 100;
const TICK_MS = 1000;

/** The part of a terminal that is written to. */
export interface Terminal {
  readonly columns?: number;
  write(text: string): unknown;
}

/** One line for each running suite and one for the whole run at the bottom of a terminal, kept below everything else that is written. */
export class LiveLines implements LiveDisplay {
  readonly #terminal: Terminal;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #running = new Map<number, SuiteProgress>();
  #run: Omit<RunProgress, 'elapsedMs'> = { done: 0, total: 0 };
  #startedAt = 0;
  #ticking: NodeJS.Timeout | undefined;
  #drawn = 0;
  #drawnAt = 0;

  constructor(terminal: Terminal, clock: Pick<Clock, 'now'>) {
    this.#terminal = terminal;
    this.#clock = clock;
  }

  /** Begins to count the suites, and the time. */
  begin(total: number): void {
    this.#run = { done: 0, total };
    this.#startedAt = this.#clock.now();
    clearInterval(this.#ticking);
    this.#ticking = setInterval(() => this.#draw(), TICK_MS).unref();
  }

  /** Shows how far a suite is. */
  set(index: number, running: SuiteProgress): void {
    this.#running.set(index, running);
    if (this.#clock.now() - this.#drawnAt >= REDRAW_MS) this.#draw();
  }

  /** Takes the line of a suite away, which has ended. */
  remove(index: number, { suite, attempt: { durationMs } }: Pick<RunResult, 'suite' | 'attempt'>): void {
    this.#running.delete(index);
    const { done, total, slowest } = this.#run;
    const longest = slowest && slowest.durationMs >= durationMs ? slowest : { suite, durationMs };
    this.#run = { done: done + 1, total, slowest: longest };
    if (done + 1 >= total) clearInterval(this.#ticking);
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
    const width = Math.max((this.#terminal.columns || 80) - 1, 20);
    const elapsedMs = this.#clock.now() - this.#startedAt;
    const isRunning = this.#run.done < this.#run.total;
    const lines = [
      ...[...this.#running.values()].map(progressLine),
      ...(isRunning ? [statusLine({ ...this.#run, elapsedMs })] : []),
    ].map((line) => line.slice(0, width));
    if (lines.length > 0) this.#terminal.write(`${lines.join('\n')}\n`);
    this.#drawn = lines.length;
    this.#drawnAt = this.#clock.now();
  }
}
