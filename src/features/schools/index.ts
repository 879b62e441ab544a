// Schools: the trust, each school's own details, calendar and lists.
import { defineFeature } from '#kernel/feature.ts';
import { addProvider } from './actions/add-provider.ts';
import { changeProvider } from './actions/change-provider.ts';
import { foundTrust } from './actions/found-trust.ts';
import { listProviders } from './actions/list-providers.ts';
import { noteProviderTry } from './actions/note-provider-try.ts';
import { readFront } from './actions/read-front.ts';
import { readSchool } from './actions/read-school.ts';
import { removeProvider } from './actions/remove-provider.ts';
import { setCalendar } from './actions/set-calendar.ts';
import { setConfidentialTerms } from './actions/set-confidential-terms.ts';
import { setLinkDomains } from './actions/set-link-domains.ts';
import { setOwnContacts } from './actions/set-own-contacts.ts';
import { setPreElectionPeriods } from './actions/set-pre-election-periods.ts';
import { setSecondFactorRoles } from './actions/set-second-factor-roles.ts';
import { switchProvider } from './actions/switch-provider.ts';
import { updateSchool } from './actions/update-school.ts';
import { schoolsControls } from './controls.ts';

export { KEEPERS, keepers } from './access.ts';
export { schoolsDuties } from './duties.ts';
export { PROVIDER_LABELS, type Trial } from './provider.ts';
export {
  confidentialTermRows,
  electionNearSchool,
  insertSchool,
  linkDomainRows,
  markSetUpDone,
  ownContactRows,
  schoolRow,
  slugTaken,
  type NewSchool,
} from './queries.ts';
export { schoolDetails, slugFrom, slugSchema } from './school.ts';
export * from './school-day.ts';
export { noteProviderTry };

export const schools = defineFeature({
  name: 'schools',
  summary: 'The trust, each school’s details, calendar and lists.',
  actions: [
    readSchool,
    updateSchool,
    setCalendar,
    setOwnContacts,
    setConfidentialTerms,
    setLinkDomains,
    setPreElectionPeriods,
    setSecondFactorRoles,
    readFront,
    foundTrust,
    listProviders,
    addProvider,
    changeProvider,
    noteProviderTry,
    switchProvider,
    removeProvider,
  ],
  controls: schoolsControls,
});
