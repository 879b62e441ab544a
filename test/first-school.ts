// Makes a school of a test the one that Gatepost was set up with: its keepers run the machine.

interface Rows {
  rows(sql: string, values?: unknown[]): Promise<unknown[]>;
}

export async function makeFirst({ rows }: Rows, schoolId: string): Promise<void> {
  await rows('delete from installation');
  await rows(
    'insert into installation (id, created_at, trust_id, first_school_id) values (gen_random_uuid(), now(), gen_random_uuid(), $1)',
    [schoolId],
  );
}
