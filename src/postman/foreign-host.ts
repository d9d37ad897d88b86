const OWN = /(?:^|\.)(?:postman\.com|getpostman\.com)$/;

/** The host of a base URL, unless it belongs to Postman. Users must see to which other host the key is sent. */
export function foreignHost(baseUrl: string): string | undefined {
  if (!URL.canParse(baseUrl)) return undefined;
  const { hostname, host } = new URL(baseUrl);
  return OWN.test(hostname) ? undefined : host;
}
