import { isObject } from '../lib/json.ts';
import { checkRequest } from './check-request.ts';
import { type CheckContext, checkResponse, responseFor, uncheckedType } from './check-response.ts';
import { type ApiFile, Documents, walk } from './documents.ts';
import type { Deviation, Exchange } from './exchange.ts';
import { createRouter } from './match.ts';
import { readOperations } from './operations.ts';
import { Schemas } from './schemas.ts';

/** What the documents say of an exchange. */
export interface CheckedExchange {
  /** The operation's id; absent where no document describes the request. */
  readonly operation?: string;
  /** The documented response that was checked: `200`, `4XX`, `default`; absent for an undocumented status. */
  readonly response?: string;
  /** Media type of a body that has a schema and was not checked. */
  readonly unchecked?: string;
  readonly deviations: readonly Deviation[];
}

/** Checks exchanges against documents; schemas are compiled when they are first needed. */
export interface Checker {
  check(exchange: Exchange): CheckedExchange;
}

/** Deviations of one exchange that are kept. */
const MOST = 50;

/** Makes a checker of the files of OpenAPI documents. */
export function createChecker(files: readonly ApiFile[]): Checker {
  const documents = new Documents(files);
  const schemas = new Schemas(documents, { native: files.some(usesUnevaluated) });
  const context: CheckContext = { documents, schemas };
  const router = createRouter(
    readOperations(
      documents,
      files.filter(({ isRoot }) => isRoot),
    ),
  );
  return {
    check: (exchange) => {
      const match = router.find(exchange.method, exchange.url);
      if (!match) return { deviations: [] };
      const response = responseFor(match.operation, exchange.status)?.key;
      const deviations = [
        ...checkResponse(match.operation, exchange, context),
        // Tests send wrong requests on purpose: only an accepted one was meant to be right.
        ...(exchange.status < 400 ? checkRequest(match, exchange, context) : []),
      ];
      const unchecked = uncheckedType(match.operation, exchange, context);
      return {
        operation: match.operation.id,
        ...(response === undefined ? {} : { response }),
        ...(unchecked === undefined ? {} : { unchecked }),
        deviations: deviations.slice(0, MOST),
      };
    },
  };
}

/** `unevaluatedProperties` looks through `oneOf` and `anyOf`: those must stay what they are. */
function usesUnevaluated({ value }: ApiFile): boolean {
  if (!isObject(value) || /^3\.0/.test(String(value.openapi ?? ''))) return false;
  let found = false;
  walk(value, (object) => {
    found ||= 'unevaluatedProperties' in object || 'unevaluatedItems' in object;
  });
  return found;
}
