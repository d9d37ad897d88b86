const OWN = /(?:^|\.)(?:postman\.com|getpostman\.com)$/;

/** The host of a base URL that is not one of Postman's; a user must see where the key goes. */
export function foreignHost(baseUrl: string): string | undefined {
  if (!URL.canParse(baseUrl)) return undefined;
  const { hostname, host } = new URL(baseUrl);
  return OWN.test(hostname) ? undefined : host;
}
