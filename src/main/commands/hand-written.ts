// The commands written by hand, in the order in which help lists them; behind them stands every action of the registry.
import { backupCommands } from './backup-commands.ts';
import { calendarCommand } from './calendar-command.ts';
import { checkCommand } from './check-command.ts';
import { clausesCommand } from './clauses-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { ledgerCommands } from './ledger-commands.ts';
import { personCommand } from './person-command.ts';
import { policyCommands } from './policy-commands.ts';
import { schoolCommand } from './school-command.ts';
import { serveCommands } from './serve-commands.ts';
import { signatureCommand } from './signature-command.ts';
import { trustCommand } from './trust-command.ts';
import { upkeepCommands } from './upkeep-commands.ts';

export const handWritten = [
  ...serveCommands,
  schoolCommand,
  trustCommand,
  personCommand,
  calendarCommand,
  doctorCommand,
  ...upkeepCommands,
  ...backupCommands,
  checkCommand,
  ...policyCommands,
  clausesCommand,
  ...ledgerCommands,
  signatureCommand,
];
