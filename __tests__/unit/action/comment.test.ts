import { describe, expect, it } from '@jest/globals';
import { upsertComment } from '../../../src/action/comment.ts';
import { GitHubError } from '../../../src/action/ports.ts';
import { BOT, memoryGitHub } from '../../support/github-port.ts';

const marker = '<!-- postman-sync 0123456789abcdef01234567 -->';
const draft = { pull: 7, marker, body: `${marker}\nnew` };
const old = `${marker}\nold`;

describe('placing a comment', () => {
  it('creates one when there is none', async () => {
    const github = memoryGitHub({ viewer: BOT, comments: [{ body: 'Nice work' }] });
    expect(await upsertComment(github, draft)).toBe('created');
    expect(github.list.map(({ body }) => body)).toEqual(['Nice work', draft.body]);
  });

  it('keeps one of several that simultaneous runs have created', async () => {
    const github = memoryGitHub({ viewer: BOT, comments: [{ body: old }, { body: 'Nice work' }, { body: old }] });
    expect(await upsertComment(github, draft)).toBe('updated');
    expect(github.list.map(({ id, body }) => [id, body])).toEqual([
      [1, draft.body],
      [2, 'Nice work'],
    ]);
  });

  it('creates one when its own was deleted after the list', async () => {
    const github = memoryGitHub({ viewer: BOT, comments: [{ body: old }] });
    const gone = async () => {
      github.list.length = 0;
      throw new GitHubError('missing', '404 Not Found');
    };
    expect(await upsertComment({ ...github, updateComment: gone }, draft)).toBe('created');
    expect(github.list.map(({ body }) => body)).toEqual([draft.body]);
  });

  it('succeeds although another one cannot be deleted', async () => {
    const github = memoryGitHub({ viewer: BOT, comments: [{ body: old }, { body: old }] });
    const refused = async () => Promise.reject(new GitHubError('refused', '403 No'));
    expect(await upsertComment({ ...github, deleteComment: refused }, draft)).toBe('updated');
    expect(github.list[0]?.body).toBe(draft.body);
  });

  it('creates none when the token cannot update its own', async () => {
    const github = memoryGitHub({ viewer: BOT, comments: [{ body: old }] });
    const refused = async () => Promise.reject(new GitHubError('refused', '403 No'));
    await expect(upsertComment({ ...github, updateComment: refused }, draft)).rejects.toThrow('403 No');
    expect(github.list).toHaveLength(1);
  });

  it.each([
    ['in the middle of a text', `See ${marker}`],
    ['on a later line', `Look:\n${marker}`],
    ['of another job', old.replace('0123', '4567')],
  ])('does not recognize a marker %s as its own', async (_where, body) => {
    const github = memoryGitHub({ viewer: BOT, comments: [{ body }] });
    expect(await upsertComment(github, draft)).toBe('created');
    expect(github.list[0]?.body).toBe(body);
  });

  it('finds its own with changed line endings', async () => {
    const github = memoryGitHub({ viewer: BOT, comments: [{ body: `${marker} \r\nold` }] });
    expect(await upsertComment(github, draft)).toBe('updated');
  });

  it('changes no comment of others, including bots', async () => {
    const others = [
      { body: old, author: 'mallory', byApp: false },
      { body: old, author: 'other[bot]', byApp: true },
    ];
    const github = memoryGitHub({ viewer: BOT, comments: others });
    expect(await upsertComment(github, draft)).toBe('created');
    expect(github.list.slice(0, 2)).toMatchObject(others);
  });

  it("assumes that an app's comment is its own, and never a person's, when GitHub does not name the author of the token", async () => {
    const person = { body: old, author: 'mallory', byApp: false };
    const github = memoryGitHub({ comments: [person, { body: old }] });
    expect(await upsertComment(github, draft)).toBe('updated');
    expect(github.list.map(({ body }) => body)).toEqual([old, draft.body]);
  });
});
