// How the built-in PostgreSQL is set: small and quiet, and as careful with what was saved as it comes.

// Given on the command line each time, so that an old data folder gets new values with a new Gatepost.
// fsync, full_page_writes and synchronous_commit are left alone on purpose: nothing acknowledged is ever lost.
const settings = {
  shared_buffers: '64MB',
  // three of our processes side by side take up to 29 each; an unused one costs a few kilobytes
  max_connections: '100',
  io_method: 'worker',
  io_workers: '1',
  max_logical_replication_workers: '0',
  wal_level: 'replica',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  logging_collector: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
};

/** initdb's choices last as long as the data: sorting does not depend on the machine, and log segments are small. */
export const initdbChoices = [
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--wal-segsize=4',
  '--no-instructions',
];

export function serverArguments(extra: Readonly<Record<string, string>>): string[] {
  return Object.entries({ ...settings, ...extra }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
