// Accounts: the register of official accounts, the catalogue of platforms, and who may write for which.
import { defineFeature } from '#kernel/feature.ts';
import { addPlatform } from './actions/add-platform.ts';
import { changeAccount } from './actions/change-account.ts';
import { changePlatform } from './actions/change-platform.ts';
import { closeAccount } from './actions/close-account.ts';
import { confirmRules } from './actions/confirm-rules.ts';
import { declineAuthority } from './actions/decline-authority.ts';
import { endAuthority } from './actions/end-authority.ts';
import { endAuthorityOfLeaver } from './actions/end-authority-of-leaver.ts';
import { fillCatalogue } from './actions/fill-catalogue.ts';
import { grantAuthority } from './actions/grant-authority.ts';
import { listAccounts } from './actions/list-accounts.ts';
import { listDraftable } from './actions/list-draftable.ts';
import { listOfficial } from './actions/list-official.ts';
import { listPlatforms } from './actions/list-platforms.ts';
import { noteLeaver } from './actions/note-leaver.ts';
import { openNoticeboard } from './actions/open-noticeboard.ts';
import { readAccount } from './actions/read-account.ts';
import { readBeforeWriting } from './actions/read-before-writing.ts';
import { registerAccount } from './actions/register-account.ts';
import { requestAuthority } from './actions/request-authority.ts';
import { retirePlatform } from './actions/retire-platform.ts';
import { accountsControls } from './controls.ts';
import { endAuthorityOfLeaverJob } from './end-authority-job.ts';
import { noteLeaverJob, whenSomebodyLeaves } from './leaver-job.ts';

export type { AuthorityScope } from './access.ts';
export { policyWord, REACH_WORDS, type Reach } from './account.ts';
export { accountsDuties } from './duties.ts';
export { accountsForPosting, mayDraftFor, type PostingAccount } from './posting.ts';
export {
  authoritiesOf,
  authorisedAccounts,
  peopleWithAuthority,
  type AuthorityHolder,
  type AuthorityRow,
} from './authority-queries.ts';
export { platformOf, platformRows } from './platform-queries.ts';
export { accountRows, insertAccount, type AccountRow, type NewAccount } from './queries.ts';
export { missingToWrite, requireReady } from './runner-gate.ts';
export { seedPlatforms } from './seed-platforms.ts';

export const accounts = defineFeature({
  name: 'accounts',
  summary: 'The register of official accounts, and who may write for each.',
  actions: [
    fillCatalogue,
    listPlatforms,
    addPlatform,
    changePlatform,
    retirePlatform,
    registerAccount,
    openNoticeboard,
    changeAccount,
    closeAccount,
    grantAuthority,
    endAuthority,
    requestAuthority,
    declineAuthority,
    noteLeaver,
    endAuthorityOfLeaver,
    listAccounts,
    listOfficial,
    readAccount,
    listDraftable,
    readBeforeWriting,
    confirmRules,
  ],
  controls: accountsControls,
  jobs: [noteLeaverJob, endAuthorityOfLeaverJob],
  subscribers: [whenSomebodyLeaves],
});
