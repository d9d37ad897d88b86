import { type Comment, type GitHub, GitHubError } from './ports.ts';

/** A comment to post. Its body begins with the marker. */
interface CommentDraft {
  readonly pull: number;
  readonly marker: string;
  readonly body: string;
}

/** Leaves exactly one comment with the marker: updates the oldest one and deletes the others, or creates one. */
export async function upsertComment(github: GitHub, draft: CommentDraft): Promise<'created' | 'updated'> {
  const own = await ownComments(github, draft);
  for (const [at, { id }] of own.entries()) {
    if (!(await updated(github, { id, body: draft.body }))) continue;
    // The comment itself is posted. The next run tries to delete this one again.
    for (const other of own.slice(at + 1)) await github.deleteComment(other.id).catch(() => undefined);
    return 'updated';
  }
  return createOnce(github, draft);
}

/** Whether a comment could be updated: it may have been deleted since it was listed. */
async function updated(github: GitHub, { id, body }: Pick<Comment, 'id' | 'body'>): Promise<boolean> {
  try {
    await github.updateComment(id, body);
    return true;
  } catch (error) {
    if (error instanceof GitHubError && error.code === 'missing') return false;
    throw error;
  }
}

/** Creates a comment exactly once. Where the outcome is unknown, the comment is looked for before a retry. */
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

/** The comments with the marker by our own user. Others can copy the marker, so the author counts, too. */
async function ownComments(github: GitHub, { pull, marker }: Pick<CommentDraft, 'pull' | 'marker'>) {
  const marked = (await github.comments(pull)).filter(({ body }) => firstLine(body) === marker);
  if (marked.length === 0) return [];
  const viewer = await github.viewer();
  return marked.filter((comment) => isOwn(comment, viewer));
}

/** If GitHub does not tell our login, comments by apps count as ours, and comments by people do not. */
const isOwn = ({ author, byApp }: Comment, viewer: string | undefined): boolean =>
  viewer === undefined ? byApp : author.toLowerCase() === viewer.toLowerCase();

const firstLine = (body: string): string => body.split(/\r?\n/, 1)[0]?.trim() ?? '';
