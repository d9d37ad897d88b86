import { describe, expect, it } from '@jest/globals';
import type { ConflictReason } from '../../../../src/core/model/conflict.ts';
import { reportedConflicts } from '../../../../src/core/plan/conflict-problems.ts';

const about = { kind: 'collection', name: 'Orders', path: 'a.json' } as const;
const places = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ at: `request ${at}`, ours: 'a', theirs: 'b' }));
const problems = (reason: ConflictReason, list = places(1), path: string = about.path) =>
  reportedConflicts({ ...about, path, conflict: { reason, places: list } });

describe('the problems of a conflict', () => {
  it('name each place that both sides changed, with the three versions', () => {
    const place = {
      at: 'Pay › method',
      ours: 'x'.repeat(201),
      theirs: 'PUT',
      file: 'b.yaml',
      position: { line: 2, column: 3 },
    };
    expect(problems('both-changed', [place])).toMatchObject([
      {
        kind: 'conflict',
        message: `Conflict in the collection "Orders" at Pay › method: the file has "${'x'.repeat(200)}…", Postman has "PUT", before it was nothing`,
        path: 'b.yaml',
        position: { line: 2, column: 3 },
      },
    ]);
  });

  it('are at most twenty, and a last one with the number of the rest', () => {
    expect(problems('both-changed', places(20))).toHaveLength(20);
    const many = problems('both-changed', places(23));
    expect(many).toHaveLength(21);
    expect(many.at(-1)).toMatchObject({
      message: 'Conflict in the collection "Orders": 3 more places were changed on both sides',
      path: 'a.json',
    });
    expect(many[0]).not.toHaveProperty('position');
  });

  it.each([
    ['no-base', 'cannot be read', 'fetch-depth: 0'],
    ['adopted', 'was in Postman before', 'pull --theirs'],
    ['deleted', 'was deleted in Postman', 'Remove it from the repository'],
  ] as const)('are one where no base is known: %s', (reason, message, remedy) => {
    const [problem, ...others] = problems(reason, places(12));
    expect(others).toEqual([]);
    expect(problem?.message).toContain(message);
    expect(problem?.message).toMatch(/: request 0, .*request 9 and 2 more$/);
    expect(problem?.remedy).toContain(remedy);
    expect(problems(reason, [])[0]?.message).not.toContain(': request');
    expect(problems(reason, places(10))[0]?.message).not.toContain('more');
  });

  it('lie in the configuration for a monitor, and are none without a conflict', () => {
    expect(problems('no-base', [], 'postman-sync.yaml#monitors/Watch')[0]?.path).toBe('postman-sync.yaml');
    expect(reportedConflicts(about)).toEqual([]);
  });
});
