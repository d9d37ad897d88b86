import * as z from 'zod';
import { cronProblem } from '../core/kinds/monitor/cron.ts';
import { timezoneProblem } from '../core/kinds/monitor/timezone.ts';
import { existingUid, refined } from './refinements.ts';
import { EMAIL } from './values.ts';

const text = z.string().min(1);

const emails = z.array(z.string().regex(EMAIL));

/** Where Postman runs monitors (Postman API documentation, "Create a monitor"). */
const REGIONS = [
  'us-east',
  'us-west',
  'ap-southeast',
  'ca-central',
  'eu-central',
  'sa-east',
  'uk',
  'us-east-staticip',
  'us-west-staticip',
] as const;

const LONGEST_MS = 900_000;
const milliseconds = z.int().min(0).max(LONGEST_MS).describe('Milliseconds; 0 leaves it to Postman.');

const NO_SCHEDULE =
  "a monitor needs a schedule, such as { cron: '0 */6 * * *', timezone: Europe/Berlin }; none is made up for it";

const monitor = z.strictObject({
  name: text,
  uid: existingUid.describe('Pins the identity to a monitor that exists.').optional(),
  collection: text.describe('Name or path of a collection.'),
  environment: text.describe('Name or path of an environment.').optional(),
  schedule: z.strictObject(
    {
      cron: refined(cronProblem).describe('Five fields; every five minutes at most.'),
      timezone: refined(timezoneProblem).describe('A name of the IANA database, such as Europe/Berlin.'),
    },
    { error: ({ input }) => (input === undefined ? NO_SCHEDULE : undefined) },
  ),
  regions: z.array(z.enum(REGIONS)).describe('Where it runs; left to Postman by default.').optional(),
  active: z.boolean().describe('false: pauses the schedule.').optional(),
  options: z
    .strictObject({
      strictSSL: z.boolean().describe('Verify TLS certificates; true unless said otherwise.').optional(),
      followRedirects: z.boolean().optional(),
      requestTimeout: milliseconds.optional(),
      requestDelay: milliseconds.optional(),
    })
    .optional(),
  retry: z.strictObject({ attempts: z.int().min(1).max(2) }).optional(),
  notifications: z.strictObject({ onError: emails.optional(), onFailure: emails.optional() }).optional(),
  'notification-limit': z.int().min(1).max(99).describe('Mails stop after so many failures in a row.').optional(),
});

/** The key `monitors`. */
export const monitors = z.array(monitor).superRefine((list, { addIssue }) => {
  const seen = new Set<string>();
  for (const [index, { name }] of list.entries()) {
    if (seen.has(name)) addIssue({ ...declaredTwice(name), path: [index, 'name'] });
    seen.add(name);
  }
});

const declaredTwice = (name: string) =>
  ({
    code: 'custom',
    message: `there is a monitor "${name}" already`,
    params: { remedy: 'Give each monitor a name of its own: it is what a monitor is known by.' },
  }) as const;

/** An entry of `monitors`. */
export type MonitorConfig = z.infer<typeof monitor>;
