// People: the directory, responsibilities and deputies, the roll, invitations, access tokens and notices.
import { defineFeature } from '#kernel/feature.ts';
import { acceptInvitation } from './actions/accept-invitation.ts';
import { addPerson } from './actions/add-person.ts';
import { changeCarer } from './actions/change-carer.ts';
import { changePerson } from './actions/change-person.ts';
import { changeSignOff } from './actions/change-sign-off.ts';
import { endAccess } from './actions/end-access.ts';
import { endMany } from './actions/end-many.ts';
import { endPerson } from './actions/end-person.ts';
import { endResponsibility } from './actions/end-responsibility.ts';
import { findWaitingInvitations } from './actions/find-waiting-invitations.ts';
import { finishLeaving } from './actions/finish-leaving.ts';
import { grantResponsibility } from './actions/grant-responsibility.ts';
import { importCarers } from './actions/import-carers.ts';
import { importPupils } from './actions/import-pupils.ts';
import { importStaff } from './actions/import-staff.ts';
import { inviteMany } from './actions/invite-many.ts';
import { inviteNext } from './actions/invite-next.ts';
import { invitePerson } from './actions/invite-person.ts';
import { listLeaving } from './actions/list-leaving.ts';
import { listNotCome } from './actions/list-not-come.ts';
import { listPeople } from './actions/list-people.ts';
import { listTokens } from './actions/list-tokens.ts';
import { makeToken } from './actions/make-token.ts';
import { markNoticesRead } from './actions/mark-notices-read.ts';
import { markRecovered } from './actions/mark-recovered.ts';
import { noteSignIn } from './actions/note-sign-in.ts';
import { openInvitation } from './actions/open-invitation.ts';
import { previewCarerImport } from './actions/preview-carer-import.ts';
import { previewLeavers } from './actions/preview-leavers.ts';
import { previewPupilImport } from './actions/preview-pupil-import.ts';
import { previewStaffImport } from './actions/preview-staff-import.ts';
import { printSlips } from './actions/print-slips.ts';
import { readCarers } from './actions/read-carers.ts';
import { readMe } from './actions/read-me.ts';
import { readNotices } from './actions/read-notices.ts';
import { readPerson } from './actions/read-person.ts';
import { readRoll } from './actions/read-roll.ts';
import { readRound } from './actions/read-round.ts';
import { recoverLogin } from './actions/recover-login.ts';
import { reportSignIn } from './actions/report-sign-in.ts';
import { revokeToken } from './actions/revoke-token.ts';
import { setAbsence } from './actions/set-absence.ts';
import { setDeputy } from './actions/set-deputy.ts';
import { setTypes } from './actions/set-types.ts';
import { undoLeaving } from './actions/undo-leaving.ts';
import { withdrawInvitation } from './actions/withdraw-invitation.ts';
import { peopleControls } from './controls.ts';
import { actOnLeaving } from './jobs/act-on-leaving.ts';
import { inviteWaiting } from './jobs/invite-waiting.ts';

export { inPerson, linkHanders, seesCarers, seesPupils } from './access.ts';
export { dayOf } from '#features/schools/index.ts';
export { dayBefore, daySchema, isHeldOn } from './days.ts';
export { peopleByNameKeys, type FoundPerson } from './directory-queries.ts';
export { peopleDuties } from './duties.ts';
export { linkByMailWanted, personLeft, toldAtOnce } from './events.ts';
export { grant, type NewResponsibility } from './grant.ts';
export { insertPerson, type NewEntry } from './insert-person.ts';
export { makeLink, type LinkOptions, type MadeLink } from './make-link.ts';
export { notify, notifyDeciders, type Word } from './notify.ts';
export { newSecret } from './one-time-link.ts';
export { namesOf } from './names-of.ts';
export { personFields, personName, type NameRow } from './person.ts';
export { notForOneself } from './own-link.ts';
export { mostExact, PERSON_TYPES, STAFF_KINDS, TYPE_LABELS, WORKING_TYPES, type PersonType } from './person-types.ts';
export { peopleByIds, rolesOf, setLogin } from './queries.ts';
export { activeHolders, type Holder } from './responsibility-queries.ts';
export {
  DECIDING,
  decidingRoles,
  isDeciding,
  isResponsibility,
  mayReadConcerns,
  needsSecondFactor,
  RESPONSIBILITIES,
  RESPONSIBILITY_WORDS,
  responsibilitySchema,
  type Responsibility,
} from './responsibilities.ts';
export { CONFIRM_WORD } from './list-file.ts';
export { RELATION_LABELS, RELATIONS } from './roster/relation-words.ts';
export { TOKEN_SCOPES, type TokenScope } from './token-scopes.ts';
export { acceptInvitation, markRecovered, noteSignIn, openInvitation };

export const people = defineFeature({
  name: 'people',
  summary: 'The directory, responsibilities and deputies, the roll, invitations, access tokens and notices.',
  actions: [
    listPeople,
    readPerson,
    readMe,
    addPerson,
    changePerson,
    changeSignOff,
    setTypes,
    grantResponsibility,
    endResponsibility,
    setDeputy,
    setAbsence,
    endPerson,
    previewLeavers,
    endMany,
    listLeaving,
    undoLeaving,
    finishLeaving,
    endAccess,
    invitePerson,
    withdrawInvitation,
    listNotCome,
    inviteMany,
    readRound,
    printSlips,
    findWaitingInvitations,
    inviteNext,
    recoverLogin,
    openInvitation,
    acceptInvitation,
    markRecovered,
    readRoll,
    previewPupilImport,
    importPupils,
    previewStaffImport,
    importStaff,
    previewCarerImport,
    importCarers,
    readCarers,
    changeCarer,
    makeToken,
    listTokens,
    revokeToken,
    reportSignIn,
    readNotices,
    markNoticesRead,
    noteSignIn,
  ],
  controls: peopleControls,
  jobs: [inviteWaiting, actOnLeaving],
});
