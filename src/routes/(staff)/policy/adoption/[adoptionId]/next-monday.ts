// The Monday after a day: what is offered as the day from which a policy is in force. Pure.
const DAY = 86_400_000;

export function nextMonday(today: string): string {
  const at = new Date(`${today}T12:00:00Z`);
  const ahead = (8 - at.getUTCDay()) % 7 || 7;
  return new Date(at.getTime() + ahead * DAY).toISOString().slice(0, 10);
}
