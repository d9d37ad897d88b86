const OWN = /(?:^|\.)(?:postman\.com|getpostman\.com)$/;

/** The host of a base URL, if it is not one of Postman's; users must see where the key is sent. */
export function foreignHost(baseUrl: string): string | undefined {
  if (!URL.canParse(baseUrl)) return undefined;
  const { hostname, host } = new URL(baseUrl);
  return OWN.test(hostname) ? undefined : host;
}
