/** Re-exported for the shells, which must not import `files`. */
export { readPlainJson } from '../files/read-plain-json.ts';
