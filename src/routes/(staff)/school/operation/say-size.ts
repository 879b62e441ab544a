// Bytes as people say them: "640 kB", "1.4 GB".
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];
const STEP = 1024;

export function saySize(bytes: number): string {
  const unit = bytes < STEP ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(STEP)));
  const amount = bytes / STEP ** unit;
  return `${amount < 10 && unit > 1 ? amount.toFixed(1) : Math.round(amount).toLocaleString('en-GB')} ${UNITS[unit]}`;
}
