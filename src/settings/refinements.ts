import * as z from 'zod';
import type { InvalidReason } from '../core/kinds/monitor/cron.ts';
import { isUid } from '../core/model/ids.ts';

/** A schema for texts with a check that gives its own message and remedy. */
export const refined = (troubleWith: (value: string) => InvalidReason | undefined) =>
  z
    .string()
    .min(1)
    .superRefine((value, { addIssue }) => {
      const trouble = troubleWith(value);
      if (trouble) addIssue({ code: 'custom', message: trouble.message, params: { remedy: trouble.remedy } });
    });

/** The uid of something that exists in Postman. */
export const existingUid = refined((value) =>
  isUid(value)
    ? undefined
    : {
        message: `"${value}" is not a uid`,
        remedy: 'Copy it from Postman: <owner>-<uuid>, as in 12345678-12ece9e1-2abf-4edc-8e34-de66e74114d2.',
      },
);
