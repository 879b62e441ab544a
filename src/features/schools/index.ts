// Schools: the trust, each school's own details, calendar and lists.
import { defineFeature } from '#kernel/feature.ts';
import { addCalendarLine } from './actions/add-calendar-line.ts';
import { addProvider } from './actions/add-provider.ts';
import { changeCalendarLine } from './actions/change-calendar-line.ts';
import { changeProvider } from './actions/change-provider.ts';
import { classifyEvents } from './actions/classify-events.ts';
import { dropWaitingCalendar } from './actions/drop-waiting-calendar.ts';
import { endCalendarLine } from './actions/end-calendar-line.ts';
import { endTrustLead } from './actions/end-trust-lead.ts';
import { fetchCalendarNow } from './actions/fetch-calendar-now.ts';
import { findCalendarAddress } from './actions/find-calendar-address.ts';
import { foundTrust } from './actions/found-trust.ts';
import { keepFetchedCalendar } from './actions/keep-fetched-calendar.ts';
import { listProviders } from './actions/list-providers.ts';
import { listTrustLeads } from './actions/list-trust-leads.ts';
import { nameTrustLead } from './actions/name-trust-lead.ts';
import { noteProviderTry } from './actions/note-provider-try.ts';
import { offerCalendar } from './actions/offer-calendar.ts';
import { readCalendar } from './actions/read-calendar.ts';
import { readFront } from './actions/read-front.ts';
import { readSchool } from './actions/read-school.ts';
import { readSignInRules } from './actions/read-sign-in-rules.ts';
import { readWaitingCalendar } from './actions/read-waiting-calendar.ts';
import { removeProvider } from './actions/remove-provider.ts';
import { setBankHolidays } from './actions/set-bank-holidays.ts';
import { setCalendarAddress } from './actions/set-calendar-address.ts';
import { setCalendar } from './actions/set-calendar.ts';
import { setConfidentialTerms } from './actions/set-confidential-terms.ts';
import { setHours } from './actions/set-hours.ts';
import { setLinkDomains } from './actions/set-link-domains.ts';
import { setNetworks } from './actions/set-networks.ts';
import { setOwnContacts } from './actions/set-own-contacts.ts';
import { setPreElectionPeriods } from './actions/set-pre-election-periods.ts';
import { setSecondFactorRoles } from './actions/set-second-factor-roles.ts';
import { setSessionLimits } from './actions/set-session-limits.ts';
import { switchProvider } from './actions/switch-provider.ts';
import { takeWaitingCalendar } from './actions/take-waiting-calendar.ts';
import { updateSchool } from './actions/update-school.ts';
import { schoolsControls } from './controls.ts';
import { fetchCalendar } from './jobs/fetch-calendar.ts';

export { KEEPERS, keepers, SYSTEM_ADMINISTRATOR, systemAdministrators, TRUST_LEAD, trustLeads } from './access.ts';
export { academicYear, academicYearOf, schoolYearStart } from './calendar/academic-year.ts';
export { calendarDuties } from './calendar-duties.ts';
export { schoolsDuties } from './duties.ts';
export type { Trial } from './provider.ts';
export {
  confidentialTermRows,
  electionNearSchool,
  insertSchool,
  isFirstSchool,
  linkDomainRows,
  markSetUpDone,
  ownContactRows,
  schoolRow,
  slugTaken,
  type NewSchool,
} from './queries.ts';
export { schoolDetails, slugFrom, slugSchema } from './school.ts';
export { schoolCalendar } from './school-calendar.ts';
export * from './school-day.ts';
export { networksOf } from './sign-in-queries.ts';
export { isOwnNetwork, SIGN_IN_ROLES } from './sign-in-rules.ts';
export { trustOfSchool, trustRow } from './trust-queries.ts';

export const schools = defineFeature({
  name: 'schools',
  summary: 'The trust, each school’s details, calendar and lists.',
  actions: [
    readSchool,
    updateSchool,
    setCalendar,
    readCalendar,
    addCalendarLine,
    changeCalendarLine,
    endCalendarLine,
    setHours,
    offerCalendar,
    readWaitingCalendar,
    classifyEvents,
    takeWaitingCalendar,
    dropWaitingCalendar,
    setCalendarAddress,
    fetchCalendarNow,
    findCalendarAddress,
    keepFetchedCalendar,
    setBankHolidays,
    setOwnContacts,
    setConfidentialTerms,
    setLinkDomains,
    setPreElectionPeriods,
    setSecondFactorRoles,
    setSessionLimits,
    setNetworks,
    readSignInRules,
    readFront,
    foundTrust,
    nameTrustLead,
    endTrustLead,
    listTrustLeads,
    listProviders,
    addProvider,
    changeProvider,
    noteProviderTry,
    switchProvider,
    removeProvider,
  ],
  controls: schoolsControls,
  jobs: [fetchCalendar],
});
