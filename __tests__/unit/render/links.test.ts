import { describe, expect, it } from '@jest/globals';
import { postmanLink, sourceLink, webLink } from '../../../src/render/links.ts';
import { aChange } from '../../support/report.ts';

const sources = { file: 'https://host/blob/c/{path}', line: 'https://host/blob/c/{path}#L{line}' };

describe('the link of a file', () => {
  it('leads to its line if one is known', () => {
    expect(sourceLink({ sources }, { path: 'a b/c#.json' })).toBe('https://host/blob/c/a%20b/c%23.json');
    expect(sourceLink({ sources }, { path: 'a.json', position: { line: 4, column: 2 } })).toBe(
      'https://host/blob/c/a.json#L4',
    );
  });

  it.each(['../secret', '/etc/passwd', 'a//b', './a'])('is none for %s, which lies outside the repository', (path) => {
    expect(sourceLink({ sources }, { path })).toBeUndefined();
  });

  it('does not exist when no website shows the files', () => {
    expect(sourceLink({}, { path: 'a.json' })).toBeUndefined();
  });
});

describe('an address of the web', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://a"b', 'https://host/ x', 'ftp://host', undefined])(
    '%s is none',
    (address) => expect(webLink(address)).toBeUndefined(),
  );
  it.each(['https://host', 'http://host:8080/a?b=c#d'])('%s is one', (address) =>
    expect(webLink(address)).toBe(address),
  );
});

describe('the page of a resource in Postman', () => {
  const workspace = { id: '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9', name: 'Shop' };
  const base = 'https://go.postman.co/workspace/1f0df51a-8658-4ee8-a2a1-d2567dfa09a9';
  const uid = '12345678-12ece9e1-2abf-4edc-8e34-de66e74114d2';

  it('depends on the kind of resource', () => {
    expect(postmanLink({ workspace }, aChange({ kind: 'collection', uid }))).toBe(`${base}/collection/${uid}`);
    expect(postmanLink({ workspace }, aChange({ kind: 'monitor', uid }))).toBe(`${base}/monitor/${uid.slice(9)}`);
    expect(postmanLink({ workspace }, aChange({ kind: 'globals' }))).toBe(`${base}/globals`);
  });

  it('does not exist for deleted resources and invalid ids', () => {
    expect(postmanLink({ workspace }, aChange({ action: 'delete', status: 'applied', uid }))).toBeUndefined();
    expect(postmanLink({ workspace }, aChange({ uid: '../../x' }))).toBeUndefined();
    expect(postmanLink({ workspace: { ...workspace, id: 'x"' } }, aChange({ uid }))).toBeUndefined();
    expect(postmanLink({}, aChange({ uid }))).toBeUndefined();
  });
});
