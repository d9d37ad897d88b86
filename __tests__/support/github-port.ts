import type { CheckOutput, CheckRun, Comment, GitHub, PullRequest } from '../../src/action/ports.ts';

/** GitHub in memory, for decisions; the stand-in of `github.ts` is for the wire. */
export interface MemoryGitHub extends GitHub {
  readonly list: Comment[];
  readonly published: CheckRun[];
  readonly added: CheckOutput[];
}

interface Beginning {
  readonly comments?: readonly Partial<Comment>[];
  readonly viewer?: string;
  readonly pulls?: readonly PullRequest[];
}

export const BOT = 'github-actions[bot]';

/** A repository with some comments on its pull requests, and a token of `viewer`. */
export function memoryGitHub({ comments = [], viewer, pulls = [] }: Beginning = {}): MemoryGitHub {
  const list = comments.map((comment, at) => ({ id: at + 1, body: '', author: BOT, byApp: true, ...comment }));
  const published: CheckRun[] = [];
  const added: CheckOutput[] = [];
  const at = (id: number) => list.findIndex((comment) => comment.id === id);
  return {
    list,
    published,
    added,
    viewer: async () => viewer,
    comments: async () => [...list],
    createComment: async (_pull, body) => {
      list.push({ id: 100 + list.length, body, author: viewer ?? BOT, byApp: true });
    },
    updateComment: async (id, body) => {
      list.splice(at(id), 1, { ...list[at(id)], id, body, author: viewer ?? BOT, byApp: true });
    },
    deleteComment: async (id) => {
      list.splice(at(id), 1);
    },
    pull: async (number) => pulls.find((one) => one.number === number) ?? { number, headSha: '' },
    pullsFrom: async () => pulls,
    pullsOf: async () => pulls,
    createCheckRun: async (run) => published.push(run),
    annotateCheckRun: async (_id, output) => {
      added.push(output);
    },
  };
}
