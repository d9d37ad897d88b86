import { startServer } from './http-server.ts';

/** An API under test: `/slow` is answered from the moment it is released, everything else at once. */
export interface Target {
  readonly url: string;
  release(): void;
  close(): Promise<void>;
}

/** Starts one on a free port of this machine. */
export async function startTarget(): Promise<Target> {
  const waiting: (() => void)[] = [];
  let released = false;
  const { url, close } = await startServer((request, response) => {
    const answer = (): void => void response.end('{"ok":true}');
    if (request.url === '/slow' && !released) waiting.push(answer);
    else answer();
  });
  const release = (): void => {
    released = true;
    for (const answer of waiting.splice(0)) answer();
  };
  return { url, release, close };
}
