import { type Comment, type GitHub, GitHubError } from './ports.ts';

/** The comment to be: its body begins with the marker's line. */
export interface CommentDraft {
  readonly pull: number;
  readonly marker: string;
  readonly body: string;
}

/** Leaves exactly one comment of ours with the marker: updates the oldest, removes others, else creates one. */
export async function placeComment(github: GitHub, draft: CommentDraft): Promise<'created' | 'updated'> {
  const own = await ownComments(github, draft);
  for (const [at, { id }] of own.entries()) {
    if (!(await updated(github, { id, body: draft.body }))) continue;
    // One that cannot be removed now is removed by the next run: the comment itself is there.
    for (const other of own.slice(at + 1)) await github.deleteComment(other.id).catch(() => undefined);
    return 'updated';
  }
  return createOnce(github, draft);
}

/** Whether a comment was still there to be updated: somebody may have deleted it since it was listed. */
async function updated(github: GitHub, { id, body }: Pick<Comment, 'id' | 'body'>): Promise<boolean> {
  try {
    await github.updateComment(id, body);
    return true;
  } catch (error) {
    if (error instanceof GitHubError && error.code === 'missing') return false;
    throw error;
  }
}

/** A comment whose fate nobody knows may be there: it is looked for before another one is sent. */
async function createOnce(github: GitHub, { pull, marker, body }: CommentDraft): Promise<'created'> {
  try {
    await github.createComment(pull, body);
  } catch (error) {
    if (!(error instanceof GitHubError) || error.code !== 'unknown') throw error;
    const found = await ownComments(github, { pull, marker });
    if (found.length === 0) await github.createComment(pull, body);
  }
  return 'created';
}

/** Anybody can copy the marker: only comments of our own author count. */
async function ownComments(github: GitHub, { pull, marker }: Pick<CommentDraft, 'pull' | 'marker'>) {
  const marked = (await github.comments(pull)).filter(({ body }) => firstLine(body) === marker);
  if (marked.length === 0) return [];
  const viewer = await github.viewer();
  return marked.filter((comment) => isOwn(comment, viewer));
}

/** Where GitHub does not say who we are, an app's comment is taken for ours; a person's never. */
const isOwn = ({ author, byApp }: Comment, viewer: string | undefined): boolean =>
  viewer === undefined ? byApp : author.toLowerCase() === viewer.toLowerCase();

const firstLine = (body: string): string => body.split(/\r?\n/, 1)[0]?.trim() ?? '';
