import { checkRequest } from './check-request.ts';
import { type CheckContext, checkResponse, responseFor, uncheckedType } from './check-response.ts';
import { type ApiFile, Documents } from './documents.ts';
import type { Deviation, Exchange } from './exchange.ts';
import { createRouter } from './match.ts';
import { readOperations } from './operations.ts';
import { type PlacedDefect, Schemas } from './schemas.ts';
import { ofEveryRule } from './violations.ts';

/** The comparison of an exchange with the documents. */
export interface CheckedExchange {
  /** The operation's id; absent if no document describes the request. */
  readonly operation?: string;
  /** The documented response that was checked: `200`, `4XX`, `default`; absent for an undocumented status. */
  readonly response?: string;
  /** Media type of a body with a schema that was not checked. */
  readonly unchecked?: string;
  readonly deviations: readonly Deviation[];
  /** Defects of schemas that were applied. */
  readonly defects?: readonly PlacedDefect[];
}

/** Checks exchanges against documents. Schemas are converted at their first use. */
export interface Checker {
  check(exchange: Exchange): CheckedExchange;
}

/** The most deviations of one exchange. */
const MOST = 50;

/** Creates a checker for the files of OpenAPI documents. */
export function createChecker(files: readonly ApiFile[]): Checker {
  const documents = new Documents(files);
  const schemas = new Schemas(documents);
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
        // Tests send invalid requests on purpose: only accepted requests are checked.
        ...(exchange.status < 400 ? checkRequest(match, exchange, context) : []),
      ];
      const defects = schemas.takeDefects();
      const unchecked = uncheckedType(match.operation, exchange, context);
      return {
        operation: match.operation.id,
        ...(response === undefined ? {} : { response }),
        ...(unchecked === undefined ? {} : { unchecked }),
        deviations: ofEveryRule(deviations, MOST),
        ...(defects.length > 0 ? { defects } : {}),
      };
    },
  };
}
