// The permanent path of a notice on the school's own public page.
import type { Db } from '#kernel/context.ts';
import { schoolRow } from '#features/schools/index.ts';

/** @returns a path from the root, such as `/schools/millrace/notices/…` */
export async function noticePath(db: Db, schoolId: string, noticeId: string): Promise<string> {
  const school = await schoolRow(db, schoolId);
  return `/schools/${school?.slug ?? schoolId}/notices/${noticeId}`;
}
