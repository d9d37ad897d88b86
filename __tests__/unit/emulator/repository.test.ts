import { describe, expect, it } from '@jest/globals';
import { createRepository, isUid } from '../../../src/emulator/repository.ts';

const id = '6c16a957-533a-455a-99fa-031cc18cd840';
const record = (name: string) => ({
  id,
  uid: `12345678-${id}`,
  owner: 12_345_678,
  workspaceId: 'w',
  name,
  createdAt: '',
  updatedAt: '',
});
const everything = () => true;

describe('a repository', () => {
  it('finds a record by id and by uid, but not by the uid of another owner', () => {
    const shelf = createRepository();
    shelf.add(record('one'), 0);
    expect(shelf.find(id)?.name).toBe('one');
    expect(shelf.find(`12345678-${id}`)?.name).toBe('one');
    expect(shelf.find(`87654321-${id}`)).toBeUndefined();
  });

  it('hides a new record from the given number of lists', () => {
    const shelf = createRepository();
    shelf.add(record('one'), 2);
    expect([1, 2, 3].map(() => shelf.list(everything).length)).toEqual([0, 0, 1]);
  });

  it('shows the old version to the given number of reads, and to no write', () => {
    const shelf = createRepository<ReturnType<typeof record>>();
    shelf.add(record('old'), 0);
    shelf.replace(record('new'), 1);
    expect(shelf.find(id)?.name).toBe('new');
    expect(shelf.read(id)?.name).toBe('old');
    expect(shelf.read(id)?.name).toBe('new');
  });

  it('has no deleted records, and after loading no earlier ones', () => {
    const shelf = createRepository();
    shelf.add(record('one'), 0);
    shelf.remove(id);
    expect(shelf.find(id)).toBeUndefined();
    shelf.add(record('two'), 5);
    shelf.load([record('three')]);
    expect(shelf.list(everything).map(({ name }) => name)).toEqual(['three']);
  });
});

describe('a uid', () => {
  it("begins with the owner's id", () => {
    expect(isUid(`12345678-${id}`)).toBe(true);
    expect(isUid(id)).toBe(false);
    expect(isUid('12345678-nonsense')).toBe(false);
  });
});
