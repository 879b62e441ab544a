// Bank holidays of the three divisions, each with its dates; days given instead of one that falls on a weekend are among them.
// From https://www.gov.uk/bank-holidays, as it was on 24 November 2025. Crown copyright; contains public sector
// information licensed under the Open Government Licence v3.0.
import type { Division } from '../terms.ts';

/** The last day of the last year that the list covers. */
export const SHIPPED_UNTIL = '2028-12-31';

export const SHIPPED_HOLIDAYS: Readonly<Record<Division, Readonly<Record<string, string>>>> = {
  'england-and-wales': {
    'New Year’s Day': '2024-01-01 2025-01-01 2026-01-01 2027-01-01 2028-01-03',
    'Good Friday': '2024-03-29 2025-04-18 2026-04-03 2027-03-26 2028-04-14',
    'Easter Monday': '2024-04-01 2025-04-21 2026-04-06 2027-03-29 2028-04-17',
    'Early May bank holiday': '2024-05-06 2025-05-05 2026-05-04 2027-05-03 2028-05-01',
    'Spring bank holiday': '2024-05-27 2025-05-26 2026-05-25 2027-05-31 2028-05-29',
    'Summer bank holiday': '2024-08-26 2025-08-25 2026-08-31 2027-08-30 2028-08-28',
    'Christmas Day': '2024-12-25 2025-12-25 2026-12-25 2027-12-27 2028-12-25',
    'Boxing Day': '2024-12-26 2025-12-26 2026-12-28 2027-12-28 2028-12-26',
  },
  scotland: {
    'New Year’s Day': '2024-01-01 2025-01-01 2026-01-01 2027-01-01 2028-01-03',
    '2nd January': '2024-01-02 2025-01-02 2026-01-02 2027-01-04 2028-01-04',
    'Good Friday': '2024-03-29 2025-04-18 2026-04-03 2027-03-26 2028-04-14',
    'Early May bank holiday': '2024-05-06 2025-05-05 2026-05-04 2027-05-03 2028-05-01',
    'Spring bank holiday': '2024-05-27 2025-05-26 2026-05-25 2027-05-31 2028-05-29',
    'Summer bank holiday': '2024-08-05 2025-08-04 2026-08-03 2027-08-02 2028-08-07',
    'St Andrew’s Day': '2024-12-02 2025-12-01 2026-11-30 2027-11-30 2028-11-30',
    'Christmas Day': '2024-12-25 2025-12-25 2026-12-25 2027-12-27 2028-12-25',
    'Boxing Day': '2024-12-26 2025-12-26 2026-12-28 2027-12-28 2028-12-26',
    'World Cup bank holiday': '2026-06-15',
  },
  'northern-ireland': {
    'New Year’s Day': '2024-01-01 2025-01-01 2026-01-01 2027-01-01 2028-01-03',
    'St Patrick’s Day': '2024-03-18 2025-03-17 2026-03-17 2027-03-17 2028-03-17',
    'Good Friday': '2024-03-29 2025-04-18 2026-04-03 2027-03-26 2028-04-14',
    'Easter Monday': '2024-04-01 2025-04-21 2026-04-06 2027-03-29 2028-04-17',
    'Early May bank holiday': '2024-05-06 2025-05-05 2026-05-04 2027-05-03 2028-05-01',
    'Spring bank holiday': '2024-05-27 2025-05-26 2026-05-25 2027-05-31 2028-05-29',
    'Battle of the Boyne': '2024-07-12 2025-07-14 2026-07-13 2027-07-12 2028-07-12',
    'Summer bank holiday': '2024-08-26 2025-08-25 2026-08-31 2027-08-30 2028-08-28',
    'Christmas Day': '2024-12-25 2025-12-25 2026-12-25 2027-12-27 2028-12-25',
    'Boxing Day': '2024-12-26 2025-12-26 2026-12-28 2027-12-28 2028-12-26',
  },
};
