import { createRequire } from 'node:module';
import newmanJson from 'newman/lib/reporters/json/index.js';
import type { ReporterJob } from '../../protocol.ts';
import type { Emitter } from './newman-types.ts';

/** A reporter as Newman starts it. */
type Reporter = new (emitter: Emitter, options: object, runOptions: object) => unknown;

/** What reporters need. */
export interface ReporterContext {
  /** Newman's own options, with the collection and the scopes as objects of the SDK. */
  readonly runOptions: object;
  readonly redact: (text: string) => string;
  /** Called when a reporter throws. In Newman, that would end the run. */
  readonly failed: (name: string, error: unknown) => void;
}

/**
 * Starts reporters as Newman does. They are loaded from the working directory; Newman inside a bundle could not find
 * them.
 */
export function startReporters(
  emitter: Emitter,
  reporters: readonly ReporterJob[],
  { runOptions, redact, failed }: ReporterContext,
): void {
  const require = createRequire(import.meta.url);
  for (const { name, module, options } of reporters) {
    try {
      const Reporter = module === undefined ? newmanJson : reporterOf(require(module));
      new Reporter(
        guarded(emitter, (error) => failed(name, error)),
        options,
        runOptions,
      );
    } catch (error) {
      failed(name, error);
    }
  }
  emitter.on('beforeDone', () => {
    for (const file of emitter.exports ?? []) file.content = redacted(file.content, redact);
  });
}

const reporterOf = (loaded: unknown): Reporter =>
  (typeof loaded === 'function' ? loaded : (loaded as { default: unknown }).default) as Reporter;

/** The emitter with listeners whose errors do not reach Newman. */
function guarded(emitter: Emitter, failed: (error: unknown) => void): Emitter {
  const guard =
    (listener: (...args: unknown[]) => unknown) =>
    (...args: unknown[]): void => {
      try {
        const result = listener.apply(emitter, args);
        if (result instanceof Promise) result.catch(failed);
      } catch (error) {
        failed(error);
      }
    };
  const adding = new Set<PropertyKey>(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']);
  return new Proxy(emitter, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      if (!adding.has(key)) return value.bind(target);
      return (name: string, listener: (...args: unknown[]) => unknown) => value.call(target, name, guard(listener));
    },
  });
}

/** The content of a file with secrets redacted. Newman's JSON holds bodies as lists of bytes. */
function redacted(content: unknown, redact: (text: string) => string): unknown {
  if (typeof content === 'string') return redact(content);
  if (typeof content !== 'object' || content === null || Buffer.isBuffer(content)) return content;
  return JSON.parse(JSON.stringify(content), (_, value: unknown) => {
    if (typeof value === 'string') return redact(value);
    return isBytes(value) ? { type: 'Buffer', data: [...Buffer.from(redact(String(Buffer.from(value.data))))] } : value;
  });
}

const isBytes = (value: unknown): value is { readonly data: readonly number[] } =>
  typeof value === 'object' &&
  value !== null &&
  (value as { type?: unknown }).type === 'Buffer' &&
  Array.isArray((value as { data?: unknown }).data);
