import * as z from 'zod';
import { cronProblem } from '../core/kinds/monitor/cron.ts';
import { timezoneProblem } from '../core/kinds/monitor/timezone.ts';
import { existingUid, refined } from './refinements.ts';
import { EMAIL } from './values.ts';

const text = z.string().min(1);

const emails = z.array(z.string().regex(EMAIL).meta({ expected: 'a mail address, such as oncall@example.com' }));

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
const milliseconds = z.int().min(0).max(LONGEST_MS);

const NO_SCHEDULE =
  "a monitor needs a schedule, such as { cron: '0 */6 * * *', timezone: Europe/Berlin }; there is no default";

const monitor = z.strictObject({
  name: text.describe('Name in Postman. It identifies the monitor.'),
  uid: existingUid.describe('Uid of an existing monitor in Postman that this entry describes.').optional(),
  collection: text.describe('Name or path of a collection.'),
  environment: text.describe('Name or path of an environment.').optional(),
  schedule: z
    .strictObject(
      {
        cron: refined(cronProblem).describe('Five fields of POSIX cron; runs are at least five minutes apart.'),
        timezone: refined(timezoneProblem).describe('A name of the IANA database, such as Europe/Berlin.'),
      },
      { error: ({ input }) => (input === undefined ? NO_SCHEDULE : undefined) },
    )
    .describe('When the monitor runs.'),
  regions: z.array(z.enum(REGIONS)).describe('Regions that the monitor runs in.').optional(),
  active: z.boolean().describe('`false`: the schedule is paused.').optional(),
  options: z
    .strictObject({
      strictSSL: z.boolean().describe('Verify TLS certificates.').optional(),
      followRedirects: z.boolean().describe('Follow redirects.').optional(),
      requestTimeout: milliseconds
        .describe('Longest time for a request in milliseconds; 0 leaves it to Postman.')
        .optional(),
      requestDelay: milliseconds.describe('Pause between requests in milliseconds.').optional(),
    })
    .describe('How the monitor sends requests.')
    .optional(),
  retry: z
    .strictObject({ attempts: z.int().min(1).max(2).describe('Number of reruns.') })
    .describe('Reruns of a failed run, by Postman.')
    .optional(),
  notifications: z
    .strictObject({
      onError: emails.describe('Mail addresses that are notified when a run ends with an error.').optional(),
      onFailure: emails.describe('Mail addresses that are notified when a test fails.').optional(),
    })
    .describe('Mails that Postman sends.')
    .optional(),
  'notification-limit': z
    .int()
    .min(1)
    .max(99)
    .describe('Number of consecutive failures after which mails stop.')
    .optional(),
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
    message: `another monitor is named "${name}", too`,
    params: { remedy: 'Give each monitor a unique name: the name identifies the monitor.' },
  }) as const;

/** An entry of `monitors`. */
export type MonitorConfig = z.infer<typeof monitor>;
