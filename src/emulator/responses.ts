/** The response of a route. The server adds limit headers and content type; a fault may change it. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly type?: 'json' | 'problem' | 'html';
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by routes to end with an error response. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.name = 'Refusal';
    this.answer = answer;
  }
}

/** The response with its operation's content type for 400s, in which Postman's operations differ. */
export const underType = (answer: Answer, complaints: Answer['type'] = 'json'): Answer =>
  answer.status === 400 ? { ...answer, type: complaints } : answer;

/** A response with status 200. */
export const ok = (body: unknown): Answer => ({ status: 200, body });

interface NamedError {
  readonly status: number;
  readonly name: string;
  readonly message: string;
  readonly details?: unknown;
  readonly type?: 'json' | 'problem';
}

/** The `{"error":{name,message,details}}` envelope; `type` sets its content type. */
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

/** An error with a name, for routes to throw. */
export const refuse = (error: NamedError): Refusal => new Refusal(namedError(error));

/** An error in the form of RFC 7807, for routes to throw. */
export const refuseProblem = (details: Problem): Refusal => new Refusal(problem(details));

/** 404 for a missing resource. A GET of a missing collection or environment has status 400 instead. */
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

/** 400 that names the missing parameters. */
export const missingParam = (param: readonly string[]): Refusal =>
  refuse({
    status: 400,
    name: 'paramMissingError',
    message: 'Parameter is missing in the request.',
    details: { param },
  });

/** 403, with Postman's usual message or another one. */
export const forbidden = (message = 'You do not have enough permissions to perform this action.'): Refusal =>
  refuse({ status: 403, type: 'problem', name: 'forbiddenError', message });

/** 400 with a message only. */
export const badRequest = (message: string): Refusal => refuse({ status: 400, name: 'badRequest', message });

/** `malformedRequestError` with one line per complaint, as Postman counts them. */
export const malformed = (kind: string, complaints: readonly string[]): Refusal =>
  refuse({
    status: 400,
    name: 'malformedRequestError',
    message: `Found ${complaints.length} errors with the supplied ${kind}.`,
    details: complaints,
  });

/** The message of a thrown value, which may be anything. */
export const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));
