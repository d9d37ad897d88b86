import { describe, expect, it } from '@jest/globals';
import { parseFault } from '../../../src/emulator/fault.ts';
import { createFaultList } from '../../../src/emulator/faults.ts';

const hits = (spec: string, calls: number, call = { method: 'PUT', path: '/collections/1' }) => {
  const faults = createFaultList();
  faults.add([spec]);
  return Array.from({ length: calls }, () => faults.hit(call) !== undefined);
};

describe('a fault', () => {
  it('has a method, a path, an effect, a time and a range of calls', () => {
    expect(parseFault('PUT /collections/*: 504 after-apply @2')).toMatchObject({
      method: 'PUT',
      effect: { kind: 'status', status: 504, body: 'html' },
      applies: true,
      from: 2,
      to: 2,
    });
  });

  it.each([
    ['GET /me: 503', { kind: 'status', status: 503, body: 'json' }, false],
    ['GET /me: 503 html', { kind: 'status', status: 503, body: 'html' }, false],
    ['GET /me: 413 problem', { kind: 'status', status: 413, body: 'problem' }, false],
    ['/me: 429', { kind: 'rate-limit' }, false],
    ['/me: quota', { kind: 'quota' }, false],
    ['/me: reset', { kind: 'reset' }, false],
    ['/me: reset after-apply', { kind: 'reset' }, true],
    ['/me: cut', { kind: 'cut' }, true],
    ['/me: truncate', { kind: 'truncate' }, true],
    ['/me: html', { kind: 'html' }, true],
    ['/me: hang', { kind: 'hang' }, false],
    ['/me: slow 1.5s', { kind: 'slow', delayMs: 1_500 }, true],
    ['/me: slow 20 before-apply', { kind: 'slow', delayMs: 20 }, false],
    ['POST /collections: lag 3', { kind: 'lag', calls: 3 }, true],
  ])('%s', (spec, effect, applies) => {
    expect(parseFault(spec)).toMatchObject({ effect, applies });
  });

  it('affects every matching call without a range', () => {
    expect(hits('PUT /collections/*: 500', 3)).toEqual([true, true, true]);
    expect(hits('PUT /collections/*: 500 @2', 3)).toEqual([false, true, false]);
    expect(hits('PUT /collections/*: 500 @2-3', 4)).toEqual([false, true, true, false]);
    expect(hits('PUT /collections/*: 500 @3+', 4)).toEqual([false, false, true, true]);
  });

  it('matches one segment with a star and any number with two', () => {
    const call = { method: 'GET', path: '/monitors/1/run' };
    expect(hits('/monitors/*: 500', 1, call)).toEqual([false]);
    expect(hits('/monitors/**: 500', 1, call)).toEqual([true]);
    expect(hits('/monitors/*/run: 500', 1, call)).toEqual([true]);
    expect(hits('POST /monitors/**: 500', 1, call)).toEqual([false]);
  });

  it('counts its matching calls, and is removed by clear', () => {
    const faults = createFaultList();
    faults.add(['/me: 500 @9']);
    faults.hit({ method: 'GET', path: '/me' });
    expect(faults.list()).toEqual([{ spec: '/me: 500 @9', seen: 1 }]);
    faults.clear();
    expect(faults.list()).toEqual([]);
  });

  it.each([
    ['PUT collections: 500', 'expected a path that begins with a slash'],
    ['GET', 'expected a path that begins with a slash'],
    ['/me: 999', '"999" is not an effect'],
    ['HEAD /me: 500', '"HEAD" is not one of the methods'],
    ['/me: slow', '"slow" needs a time'],
    ['/me: lag 0', '"lag" needs a number of calls'],
    ['/me: 500 @0', '"@0" is not a range of calls'],
    ['/me: 500 @3-1', '"@3-1" is not a range of calls'],
    ['/me: 500 sometimes', '"sometimes" is unexpected after the effect'],
    ['/me: 500 after-apply twice', '"after-apply twice" is unexpected after the effect'],
  ])('reports the error in "%s"', (spec, reason) => {
    expect(() => parseFault(spec)).toThrow(`The fault "${spec}" cannot be read: ${reason}`);
  });

  it('is not added when one of several is invalid; the error names all invalid ones and the syntax', () => {
    const faults = createFaultList();
    expect(() => faults.add(['/me: 500', 'one', 'two'])).toThrow(/"one".*"two".*Write METHOD PATH: EFFECT/s);
    expect(faults.list()).toEqual([]);
  });
});
