import { Secret } from '../core/model/secret.ts';
import type { InputReader } from './input-reader.ts';
import type { PostmanAccess } from './settings.ts';
import type { Complaint } from './values.ts';

/** The hosts of Postman's regions (Postman API documentation, "Servers"). */
const HOSTS = { us: 'https://api.postman.com', eu: 'https://api.eu.postman.com' } as const;

/** Reads key, host and longest wait; undefined without a key. */
export function readAccess(read: InputReader): PostmanAccess | undefined {
  const baseUrl = readBaseUrl(read);
  const maxWaitMs = read.durationMs('max-wait') ?? 0;
  const key = read.text('postman-api-key');
  if (key === undefined) return undefined;
  if (!/^[!#-&(-~]+$/.test(key)) {
    read.complain('postman-api-key', {
      message: 'the key holds a space, a quote, a line break or another character that no key has',
      remedy: 'Store the key again, without quotes or line breaks around it.',
    });
  }
  return { apiKey: new Secret(key), baseUrl, maxWaitMs };
}

function readBaseUrl(read: InputReader): string {
  const region = read.choice('region');
  const text = read.text('api-url');
  if (text === undefined) return HOSTS[region] ?? HOSTS.us;
  const complaint = checkBaseUrl(text);
  if (complaint) read.complain('api-url', complaint);
  return text.replace(/\/+$/, '');
}

function checkBaseUrl(text: string): Complaint | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return { message: 'it is not an http(s) URL', remedy: `Write a URL such as ${HOSTS.us}.` };
  }
  if (url.username || url.password || url.search || url.hash) {
    return { message: 'a base URL has no user, query or fragment', remedy: 'Give scheme, host and path only.' };
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return {
      message: `http:// would send the API key in clear text to ${url.hostname}`,
      remedy: 'Use https://. Plain http:// is for loopback addresses only.',
    };
  }
  return undefined;
}

/** Whether the host of a URL is this machine: `localhost`, `127.0.0.0/8` or `[::1]`. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host);
