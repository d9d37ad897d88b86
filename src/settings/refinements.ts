import * as z from 'zod';
import type { InvalidReason } from '../core/kinds/monitor/cron.ts';
import { isUid } from '../core/model/ids.ts';

/** A schema for texts whose check words its own message and remedy. */
export const refined = (check: (value: string) => InvalidReason | undefined) =>
  z
    .string()
    .min(1)
    .superRefine((value, { addIssue }) => {
      const invalid = check(value);
      if (invalid) addIssue({ code: 'custom', message: invalid.message, params: { remedy: invalid.remedy } });
    });

/** The uid of a resource in Postman. Only its form is checked. */
export const existingUid = refined((value) =>
  isUid(value)
    ? undefined
    : {
        message: `"${value}" is not a uid`,
        remedy: 'Copy it from Postman: <owner>-<uuid>, as in 12345678-12ece9e1-2abf-4edc-8e34-de66e74114d2.',
      },
);
