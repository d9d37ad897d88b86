/** For the shells, which read no files themselves. */
export { readPlainJson } from '../files/read-plain-json.ts';
