/** Authorization methods that Postman knows. */
export const AUTH_TYPES = [
  'apikey',
  'asap',
  'awsv4',
  'basic',
  'bearer',
  'digest',
  'edgegrid',
  'hawk',
  'jwt',
  'ntlm',
  'oauth1',
  'oauth2',
  'noauth',
] as const;
