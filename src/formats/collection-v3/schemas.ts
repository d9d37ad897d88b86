import { z } from 'zod';
import { AUTH_TYPES } from '../../core/model/auth-types.ts';
import { credentials, formEntries, queryEntries, strictEntries, variables } from './entries-schema.ts';

const NAME = { id: z.string().optional(), name: z.string().optional(), description: z.string().optional() };

const order = z
  .number()
  .optional()
  .describe(
    'Position among the folders and requests of the directory, ascending; 0 when absent. Ties go by file name.',
  );

const auth = z.strictObject({
  type: z.enum([...AUTH_TYPES, 'inherit']),
  id: z.string().optional(),
  name: z.string().optional(),
  credentials: credentials.optional(),
});

const authEntry = z.strictObject({
  id: z.string(),
  type: z.enum(AUTH_TYPES),
  name: z.string().optional(),
  credentials: credentials.optional(),
  rules: z.unknown().optional(),
});

const sharedAuth = z.union([auth, z.array(authEntry)]);

const script = z.strictObject({
  type: z.string().describe('When the script runs.'),
  code: z.string().describe('JavaScript.'),
  language: z.string().optional(),
  packages: z.unknown().optional().describe("Packages of the team's package library."),
  requests: z.unknown().optional().describe('Requests that the script may run.'),
});

const scripts = z.array(script);

const texts = ['json', 'text', 'xml', 'html', 'javascript'] as const;

/** Kinds of a text body. */
export const TEXT_BODIES: readonly string[] = texts;

const part = { key: z.string(), description: z.string().optional(), disabled: z.boolean().optional() };

const body = z.discriminatedUnion('type', [
  z.looseObject({ type: z.enum(texts), content: z.string() }),
  z.looseObject({ type: z.literal('urlencoded'), content: formEntries }),
  z.looseObject({
    type: z.literal('formdata'),
    content: z.array(
      z.discriminatedUnion('type', [
        z.looseObject({ ...part, type: z.literal('text'), value: z.string() }),
        z.looseObject({ ...part, type: z.literal('file'), src: z.union([z.string(), z.array(z.string())]) }),
      ]),
    ),
  }),
  z.looseObject({ type: z.literal('file'), content: z.looseObject({ src: z.string().optional() }) }),
  z.looseObject({
    type: z.literal('graphql'),
    content: z.looseObject({
      query: z.string(),
      variables: z.string().optional().describe('JSON, as text.'),
      operationName: z.string().optional(),
    }),
  }),
  z.looseObject({ type: z.literal('none') }),
]);

/** System headers that a request can leave out. */
const SYSTEM_HEADERS = [
  'cache-control',
  'postman-token',
  'content-type',
  'content-length',
  'accept-encoding',
  'user-agent',
  'connection',
  'accept',
  'host',
] as const;

const flag = z.boolean().optional();

const settings = z.looseObject({
  protocolVersion: z.enum(['auto', 'http1', 'http2']).optional(),
  strictSSL: flag,
  followRedirects: flag,
  maxRedirects: z.number().optional(),
  followOriginalHttpMethod: flag,
  followAuthorizationHeader: flag,
  removeRefererHeaderOnRedirect: flag,
  insecureHTTPParser: flag,
  disableUrlEncoding: flag,
  disableCookies: flag,
  tlsPreferServerCiphers: flag,
  tlsDisabledProtocols: z.array(z.enum(['TLSv1', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'])).optional(),
  tlsCipherSelection: z.array(z.string()).optional(),
  disabledSystemHeaders: z.array(z.enum(SYSTEM_HEADERS)).optional(),
});

/** Keys of `settings` that Postman knows. */
export const SETTINGS: readonly string[] = Object.keys(settings.shape);

const definition = z.strictObject({
  $kind: z.literal('collection'),
  ...NAME,
  order,
  variables: variables.optional(),
  auth: sharedAuth.optional(),
  scripts: scripts.optional(),
});

const url = z
  .string()
  .optional()
  .describe('Address, with `{{variables}}` and `:pathVariables`; quote what begins with {.');

const httpRequest = z.strictObject({
  $kind: z.literal('http-request'),
  ...NAME,
  url,
  method: z.string().optional().describe('GET when absent.'),
  headers: strictEntries.optional(),
  queryParams: queryEntries.optional().describe("Win over the URL's own query."),
  pathVariables: strictEntries.optional(),
  body: body.optional(),
  auth: auth.optional(),
  scripts: scripts.optional(),
  settings: settings.optional(),
  examples: z.string().optional(),
  order,
});

const graphqlRequest = z.strictObject({
  $kind: z.literal('graphql-request'),
  ...NAME,
  url,
  headers: strictEntries.optional(),
  query: z.string().optional(),
  variables: z.string().optional().describe('JSON, as text.'),
  operationName: z.string().optional(),
  auth: auth.optional(),
  scripts: scripts.optional(),
  settings: settings.optional(),
  schema: z.unknown().optional(),
  examples: z.string().optional(),
  order,
});

const httpExample = z.strictObject({
  $kind: z.literal('http-example'),
  ...NAME,
  order,
  request: z
    .looseObject({
      url,
      method: z.string().optional(),
      headers: strictEntries.optional(),
      queryParams: queryEntries.optional(),
      pathVariables: strictEntries.optional(),
      body: body.optional(),
    })
    .optional(),
  response: z.looseObject({
    statusCode: z.number(),
    statusText: z.string().optional(),
    headers: strictEntries.optional(),
    body: z.looseObject({ type: z.enum([...texts, 'yaml']), content: z.string() }).optional(),
  }),
});

const value = z.looseObject({
  key: z.string(),
  value: z.string().optional(),
  enabled: flag,
  disabled: flag,
  type: z.string().optional(),
  secret: flag,
  description: z.string().optional(),
});

const environment = z.strictObject({
  name: z.string(),
  values: z.array(value).optional(),
  id: z.string().optional(),
  color: z.union([z.number(), z.null()]).optional(),
  _postman_variable_scope: z.string().optional(),
});

const globals = z.strictObject({ ...environment.shape, name: z.string().optional() });

/** The schema of each kind of file. The JSON Schemas for editors are generated from these. */
export const SCHEMAS = {
  definition,
  'http-request': httpRequest,
  'graphql-request': graphqlRequest,
  'http-example': httpExample,
  environment,
  globals,
} as const;

/** A `definition.yaml`. */
export type Definition = z.infer<typeof definition>;

/** An HTTP request. */
export type HttpRequest = z.infer<typeof httpRequest>;

/** A GraphQL request. */
export type GraphqlRequest = z.infer<typeof graphqlRequest>;

/** An example: a request and its response. */
export type HttpExample = z.infer<typeof httpExample>;

/** An environment or a set of globals. */
export type Environment = z.infer<typeof globals>;

/** The body of a request. */
export type Body = z.infer<typeof body>;

/** One authorization. */
export type Auth = z.infer<typeof auth>;

/** The authorization of a collection or folder. */
export type SharedAuth = z.infer<typeof sharedAuth>;

/** One script. */
export type Script = z.infer<typeof script>;
