// The address that a calendar is fetched from, as somebody typed or copied it.
import { z } from 'zod';

export const calendarAddressSchema = z
  .string()
  .trim()
  .max(2000, 'An address has at most 2,000 characters.')
  .transform((text) => text.replace(/^webcals?:\/\//i, 'https://'))
  .refine((text) => text === '' || text.startsWith('https://'), 'Begin with https:// or webcal://.')
  .refine((text) => text === '' || URL.canParse(text), 'This is not an address.')
  .refine(
    (text) => !URL.canParse(text) || (new URL(text).username === '' && new URL(text).password === ''),
    'Leave the name and password out: a calendar that needs them cannot be fetched.',
  );
