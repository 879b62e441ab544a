// The Big List of Naughty Strings (Max Woolf, MIT licence beside it), and a few that JSON files seldom hold.
import list from './blns.json' with { type: 'json' };

export const NAUGHTY: readonly string[] = [
  ...list,
  'Half a pair \ud83d',
  'Null \u0000 inside',
  'Bell \u0007',
  'ﷺ'.repeat(100),
];
