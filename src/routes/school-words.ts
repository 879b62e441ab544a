// How pages name a school's kind, its part of the country, its weekdays and its own contacts.
import type { Division, Weekday } from '#features/schools/terms.ts';

export const phases = [
  { value: 'nursery', label: 'Nursery' },
  { value: 'primary', label: 'Primary, infant or junior' },
  { value: 'secondary', label: 'Secondary' },
  { value: 'all-through', label: 'All-through' },
  { value: 'special', label: 'Special school or alternative provision' },
] as const;

export const divisions: readonly { readonly value: Division; readonly label: string }[] = [
  { value: 'england-and-wales', label: 'England or Wales' },
  { value: 'scotland', label: 'Scotland' },
  { value: 'northern-ireland', label: 'Northern Ireland' },
];

export const weekdays: readonly { readonly value: Weekday; readonly label: string }[] = [
  { value: 'monday', label: 'Monday' },
  { value: 'tuesday', label: 'Tuesday' },
  { value: 'wednesday', label: 'Wednesday' },
  { value: 'thursday', label: 'Thursday' },
  { value: 'friday', label: 'Friday' },
  { value: 'saturday', label: 'Saturday' },
  { value: 'sunday', label: 'Sunday' },
];

export const contactKinds = [
  { value: 'email', label: 'E-mail address' },
  { value: 'telephone', label: 'Telephone number' },
  { value: 'address', label: 'Postal address' },
  { value: 'site', label: 'Website' },
] as const;
