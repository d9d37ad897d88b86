import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cursor, Emitter, Node } from '../../../../src/run/child/newman/newman-types.ts';
import { Recorder } from '../../../../src/run/child/recorder.ts';
import type { Event, ItemRecord } from '../../../../src/run/protocol.ts';

/** An emitter of Newman's events that the test fires itself, and what the recorder made of them. */
function record(secrets: readonly string[] = [], secretKeys: readonly string[] = []) {
  const listeners = new Map<string, (error: unknown, args: unknown) => void>();
  const events: Event[] = [];
  const defects: unknown[] = [];
  const recorder = new Recorder(
    { secrets, secretKeys },
    { emit: (event) => events.push(event), defect: (error) => defects.push(error) },
  );
  const emitter = { on: (name: string, listener: never) => listeners.set(name, listener) };
  recorder.attach(emitter as unknown as Emitter);
  const fire = (name: string, args: object = {}, error: unknown = null): void =>
    listeners.get(name)?.(error, { cursor: {}, ...args });
  const items = (): readonly ItemRecord[] => events.filter((event) => event.type === 'item');
  return { recorder, fire, events, items, defects };
}

/** A request in folders, as the SDK links its nodes. */
function nodeIn(folders: readonly unknown[], name: unknown): Node {
  const root: Node = { id: 'c', parent: () => undefined };
  const parent = folders.reduce<Node>((above, folder) => ({ id: 'f', name: folder, parent: () => above }), root);
  return { id: 'r', name, parent: () => parent };
}

const cursor = (iteration = 0): Cursor => ({ iteration });

const started = (): ReturnType<typeof record> => {
  const made = record();
  made.fire('start', { cursor: { cycles: 1, length: 1 }, run: { state: {} } });
  made.fire('beforeItem', { cursor: cursor(), item: nodeIn(['Folder'], 'Get') });
  return made;
};

describe('the recorder', () => {
  it('reports an item with its place, its request and its assertions once it is over', () => {
    const { fire, items } = started();
    fire('request', {
      request: { method: 'GET', url: 'http://host/a' },
      response: { code: 200, responseTime: 5, status: 'OK' },
    });
    fire('beforeScript', { event: { listen: 'test', script: { toSource: () => 'x' } } });
    fire('assertion', { assertion: 'a', skipped: false });
    fire('assertion', { assertion: 'b', error: { scriptLine: 3 } }, { message: 'no' });
    fire('assertion', { assertion: 'c', skipped: true });
    expect(items()).toEqual([]);
    fire('item');
    const [item] = items();
    expect(item?.place).toMatchObject({ iteration: 1, path: ['Folder'], request: 'Get' });
    expect(item?.sent).toMatchObject([{ method: 'GET', url: 'http://host/a', code: 200, responseMs: 5 }]);
    expect(item?.assertions.map(({ status }) => status)).toEqual(['passed', 'failed', 'skipped']);
    expect(item?.failures).toMatchObject([{ kind: 'assertion', assertion: 'b', message: 'no', scriptLine: 3 }]);
  });

  it.each([
    ['no name', undefined],
    ['null', null],
    ['an empty name', ''],
  ])('calls a request with %s unnamed', (_, name) => {
    const { fire, items } = record();
    fire('beforeItem', { item: nodeIn([name, 7], name) });
    fire('item');
    expect(items()[0]?.place).toMatchObject({ path: ['(unnamed)', '7'], request: '(unnamed)' });
  });

  it('reports the message of an assertion as text, whatever was thrown', () => {
    const { fire, items } = started();
    fire('assertion', { assertion: { not: 'text' } }, { message: { code: 7 } });
    fire('item');
    expect(items()[0]?.failures).toMatchObject([{ assertion: "{ not: 'text' }", message: '{ code: 7 }' }]);
  });

  it.each([
    ['a text', 'a text', 'Error: a text'],
    ['a number', 5, 'Error: 5'],
    ['undefined', undefined, 'Error: undefined'],
    ['an object without a message', { code: 7 }, 'Error: { code: 7 }'],
    ['an error with a number as message', { name: 4, message: 7 }, '4: 7'],
  ])('reports a script that throws %s', (_, thrown, message) => {
    const { fire, items } = started();
    fire('beforeScript', { event: { listen: 'test', script: { toSource: () => '' } } });
    fire('exception', { error: thrown });
    fire('script', {}, thrown ?? null);
    fire('item');
    expect(items()[0]?.failures).toMatchObject([{ kind: 'script', message }]);
  });

  it('redacts secrets that a script makes known after it printed them', () => {
    const { fire, events, items } = record([], ['token']);
    const scope = { get: () => 'new-secret' };
    fire('start', { run: { state: { environment: scope } } });
    fire('beforeItem', { item: nodeIn([], 'Get') });
    fire('beforeScript', { event: { listen: 'test' } });
    fire('console', { level: 'log', messages: ['it is new-secret'] });
    fire('script');
    fire('item');
    expect(events).toContainEqual({ type: 'secret', text: 'new-secret' });
    expect(items()[0]?.console).toEqual(['log: it is ***']);
  });

  it('reports an error of its own as a defect instead of throwing it at Newman', () => {
    const { fire, defects } = started();
    const members = {
      filter: () => {
        throw new Error('no headers');
      },
    };
    fire('request', { request: { headers: { members }, url: 'http://host' } });
    expect(defects).toHaveLength(1);
  });

  it('never throws, finds no defect in itself, and emits text, for any names, errors and values', () => {
    const value = fc.oneof(fc.anything(), fc.string(), fc.constantFrom(undefined, null, '', 0, 'name'));
    const error = fc.oneof(
      value,
      fc.record(
        { name: value, message: value, code: value, showDiff: fc.boolean(), expected: value, actual: value },
        { requiredKeys: [] },
      ),
    );
    const event = fc.oneof(
      fc.tuple(fc.constant('beforeItem'), fc.record({ folders: fc.array(value, { maxLength: 3 }), name: value })),
      fc.tuple(fc.constant('assertion'), fc.record({ assertion: value, skipped: fc.boolean(), error })),
      fc.tuple(fc.constant('exception'), fc.record({ error })),
      fc.tuple(fc.constant('console'), fc.record({ level: fc.string(), messages: fc.array(value, { maxLength: 3 }) })),
      fc.tuple(fc.constant('request'), fc.record({ request: fc.record({ method: value, url: value, body: value }) })),
      fc.tuple(fc.constantFrom('beforeRequest', 'item', 'script'), fc.constant({})),
      fc.tuple(fc.constant('beforeScript'), fc.record({ source: value })),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.option(error)), { maxLength: 20 }), (fired) => {
        const { recorder, fire, items, defects } = started();
        for (const [[name, args], failure] of fired) fire(name, argsOf(name, args), failure);
        recorder.end();
        expect(defects).toEqual([]);
        for (const item of items()) expectTexts(item);
      }),
      { numRuns: 300 },
    );
  });
});

/** The generated values in the shape that Newman gives them. */
function argsOf(name: string, args: object): object {
  const { folders, name: request, source } = args as { folders?: unknown[]; name?: unknown; source?: unknown };
  if (name === 'beforeItem') return { item: nodeIn(folders ?? [], request) };
  if (name === 'beforeScript') return { event: { listen: 'test', script: { toSource: () => source } } };
  return args;
}

function expectTexts({ place, sent, assertions, failures }: ItemRecord): void {
  const texts = [
    place.request,
    ...place.path,
    ...sent.flatMap(({ method, url }) => [method, url]),
    ...assertions.flatMap(({ name, message = '' }) => [name, message]),
    ...failures.flatMap(({ message, assertion = '' }) => [message, assertion]),
  ];
  expect(texts.filter((text) => typeof text !== 'string')).toEqual([]);
}
