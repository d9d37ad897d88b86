/** What a route says: the server adds limits and content type, a fault may spoil it. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly type?: 'json' | 'problem' | 'html';
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by routes to stop with an answer that is not a success. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.name = 'Refusal';
    this.answer = answer;
  }
}

/** The answer under the content type that its operation has for 400s; Postman's operations differ in this. */
export const underType = (answer: Answer, complaints: Answer['type'] = 'json'): Answer =>
  answer.status === 400 ? { ...answer, type: complaints } : answer;

/** An answer of status 200. */
export const ok = (body: unknown): Answer => ({ status: 200, body });

interface NamedError {
  readonly status: number;
  readonly name: string;
  readonly message: string;
  readonly details?: unknown;
  readonly type?: 'json' | 'problem';
}

/** The `{"error":{name,message,details}}` envelope; `type` says under which content type it travels. */
export const namedError = ({ status, type = 'json', ...error }: NamedError): Answer => ({
  status,
  type,
  body: { error },
});

interface Problem {
  readonly status: number;
  readonly slug: string;
  readonly title: string;
  readonly detail: unknown;
  readonly instance?: string;
}

/** The problem+json envelope with Postman's problem URLs. */
export const problem = ({ slug, status, title, detail, instance }: Problem): Answer => ({
  status,
  type: 'problem',
  body: {
    type: `https://api.postman.com/problems/${slug}`,
    title,
    status,
    detail,
    ...(instance === undefined ? {} : { instance }),
  },
});

/** Thrown by a route: an error with a name. */
export const refuse = (error: NamedError): Refusal => new Refusal(namedError(error));
/** Thrown by a route: an error as RFC 7807 writes it. */
export const refuseProblem = (details: Problem): Refusal => new Refusal(problem(details));

/** 404 for writes and everything that is not a GET of a collection or an environment (those answer 400). */
export const missingItem = (item: string, id: string): Refusal =>
  refuse({
    status: 404,
    type: 'problem',
    name: 'instanceNotFoundError',
    message: 'The specified item does not exist.',
    details: { item, id },
  });

/** 404 of `GET /workspaces/{id}` and everything below it. */
export const missingWorkspace = (): Refusal =>
  new Refusal({
    status: 404,
    body: { error: { name: 'workspaceNotFoundError', message: 'Workspace not found', statusCode: 404 } },
  });

/** 400 that names the parameters that are missing. */
export const missingParam = (param: readonly string[]): Refusal =>
  refuse({
    status: 400,
    name: 'paramMissingError',
    message: 'Parameter is missing in the request.',
    details: { param },
  });

/** 403, in Postman's usual words unless it has others for the case. */
export const forbidden = (message = 'You do not have enough permissions to perform this action.'): Refusal =>
  refuse({ status: 403, type: 'problem', name: 'forbiddenError', message });

/** 400, with a message and no more. */
export const badRequest = (message: string): Refusal => refuse({ status: 400, name: 'badRequest', message });

/** `malformedRequestError` with one line per complaint, as Postman counts them. */
export const malformed = (kind: string, complaints: readonly string[]): Refusal =>
  refuse({
    status: 400,
    name: 'malformedRequestError',
    message: `Found ${complaints.length} errors with the supplied ${kind}.`,
    details: complaints,
  });

/** What a thrown value says; not everything that is thrown is an error. */
export const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));
