// The mark of a demo in its data folder: which installation was filled with invented people, and whether all of it was.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DemoMark {
  readonly installationId: string;
  readonly filled: boolean;
  /** What the passwords of the invented people are made from. */
  readonly secret: string;
}

const fileIn = (dataDir: string) => join(dataDir, 'demo.json');

export const readMark = (dataDir: string): DemoMark | null =>
  existsSync(fileIn(dataDir)) ? (JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as DemoMark) : null;

export const writeMark = (dataDir: string, mark: DemoMark): void =>
  writeFileSync(fileIn(dataDir), `${JSON.stringify(mark)}\n`, { mode: 0o600 });
