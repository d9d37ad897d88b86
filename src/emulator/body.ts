import type { IncomingMessage } from 'node:http';
import { bodyHash } from './keys.ts';
import type { EmulatorProfile } from './profile.ts';
import { type Answer, problem } from './responses.ts';

/** A completely read request body. */
export interface ReceivedBody {
  readonly bytes: number;
  readonly hash: string | null;
  /** Parsed JSON; undefined without a body, or when it is not JSON. */
  readonly json: unknown;
  /** Why the body is invalid for every route. */
  readonly refusal?: Answer;
}

const isEnvironment = (path: string): boolean => path.startsWith('/environments');

const tooLarge: Answer = problem({
  status: 413,
  slug: 'payload-too-large',
  title: 'Payload Too Large',
  detail: 'Request size limit exceeded',
  instance: '/',
});

const lengthRequired: Answer = problem({
  status: 411,
  slug: 'length-required',
  title: 'Length Required',
  detail: 'A valid Content-Length header is required',
  instance: '/',
});

const notJson: Answer = {
  status: 400,
  body: { error: { name: 'malformedRequestError', message: 'The request body is not valid JSON.' } },
};

interface Collected {
  readonly bytes: number;
  readonly buffer: Buffer;
}

/** Reads to the end even when the body is too large, so that the client receives the response instead of a reset. */
const collect = async (incoming: IncomingMessage, max: number): Promise<Collected> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    bytes += chunk.length;
    if (bytes <= max) chunks.push(chunk);
    else chunks.length = 0;
  }
  return { bytes, buffer: Buffer.concat(chunks) };
};

const writes: readonly unknown[] = ['POST', 'PUT', 'PATCH'];

const needsLength = ({ method, headers }: IncomingMessage, path: string, profile: EmulatorProfile): boolean =>
  writes.includes(method) &&
  headers['content-length'] === undefined &&
  (profile.lengthRequired === 'writes' || (profile.lengthRequired === 'environments' && isEnvironment(path)));

const parse = (text: string): Pick<ReceivedBody, 'json' | 'refusal'> => {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { json: undefined, refusal: notJson };
  }
};

/** Reads the body of a request. A body of another content type than JSON counts as none. */
export const receiveBody = async (
  incoming: IncomingMessage,
  { path, profile }: { readonly path: string; readonly profile: EmulatorProfile },
): Promise<ReceivedBody> => {
  const max = isEnvironment(path) ? Math.min(profile.maxEnvironmentBytes, profile.maxBodyBytes) : profile.maxBodyBytes;
  const { bytes, buffer } = await collect(incoming, max);
  const hash = bytes > 0 && bytes <= max ? bodyHash(buffer) : null;
  if (needsLength(incoming, path, profile)) return { bytes, hash, json: undefined, refusal: lengthRequired };
  if (bytes > max) return { bytes, hash, json: undefined, refusal: tooLarge };
  const isJson = (incoming.headers['content-type'] ?? '').includes('json');
  return { bytes, hash, ...(isJson && bytes > 0 ? parse(buffer.toString('utf8')) : { json: undefined }) };
};
