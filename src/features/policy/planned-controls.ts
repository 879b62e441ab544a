// The controls that later work will make real. This list must only ever shrink; the policy page shows each as “not yet”.
// It is longer than other files because it stands in for features that do not exist yet.
import { defineControl } from '#kernel/control.ts';

export const plannedControls = [
  // policy
  // accounts
  defineControl({
    id: 'accounts.suggestion',
    kind: 'workflow',
    promise:
      'Staff, and parents where enabled, can suggest an idea that a runner turns into a draft or an application.',
    settings: [],
  }),
  defineControl({
    id: 'accounts.application',
    kind: 'workflow',
    promise:
      'A new account needs a complete application with every point the policy asks for, sent to those who decide.',
    settings: ['account.applicationFields'],
  }),
  defineControl({
    id: 'accounts.approval',
    kind: 'enforced',
    promise: 'No account becomes active without the approval of the person the policy names.',
    settings: ['account.approver'],
    cannot: 'It cannot stop an account being opened outside Gatepost.',
  }),
  defineControl({
    id: 'accounts.risk-assessment',
    kind: 'record',
    promise: 'Each account has a risk assessment with hazards, controls, assessor and review date.',
    settings: ['account.riskAssessmentRequired'],
  }),
  defineControl({
    id: 'accounts.activation',
    kind: 'enforced',
    promise: 'An account is active only when its protection and dedication checks are done, and they come round again.',
    settings: ['account.activationChecks'],
  }),
  defineControl({
    id: 'accounts.registration-address',
    kind: 'enforced',
    promise: 'An account is registered with an address of the school’s own domains.',
    settings: ['account.registrationDomains'],
  }),
  defineControl({
    id: 'accounts.runner-roles',
    kind: 'enforced',
    promise: 'The people who run an account hold the roles the policy asks for.',
    settings: ['account.runnerRoles'],
  }),
  defineControl({
    id: 'accounts.external-runners',
    kind: 'enforced',
    promise:
      'People from outside can run an account only where the policy allows it, with a sponsor and under the same conditions.',
    settings: ['account.externalRunnersAllowed'],
  }),
  defineControl({
    id: 'accounts.authority-scopes',
    kind: 'enforced',
    promise:
      'Each person’s authority says whether they may inform, commit or represent, and wording beyond it is held.',
    settings: ['checks.commitments'],
  }),
  defineControl({
    id: 'accounts.apps',
    kind: 'enforced',
    promise: 'An app or service gets access to an account only after the person the policy names approves it.',
    settings: ['apps.approver'],
    cannot: 'It cannot see an app connected on the platform itself.',
  }),
  defineControl({
    id: 'accounts.handover',
    kind: 'workflow',
    promise: 'When a runner leaves, their accounts are handed over or closed and their access ends.',
    settings: ['leaver.mode'],
  }),
  defineControl({
    id: 'accounts.continuing-duty',
    kind: 'record',
    promise: 'A leaver confirms that confidentiality goes on, before their login closes.',
    settings: ['leaver.continuingDutyNotice'],
  }),
  defineControl({
    id: 'accounts.official-list',
    kind: 'guide',
    promise: 'The public can see which accounts are official, and that the school’s website links to them.',
    settings: [],
  }),
  defineControl({
    id: 'accounts.pupils-addressed',
    kind: 'enforced',
    promise:
      'Each account says whether pupils may be addressed; where they may, each such post has a teaching purpose.',
    settings: ['inbox.directMessages'],
  }),
  defineControl({
    id: 'accounts.age-limit',
    kind: 'enforced',
    promise: 'An account in the name of pupils younger than the platform allows is refused.',
    settings: ['pupils.minAgeRule'],
  }),
  defineControl({
    id: 'accounts.parent-comments',
    kind: 'workflow',
    promise: 'Where parents may write on an account, they are sent a notice of acceptable use.',
    settings: [],
  }),
  // vault
  defineControl({
    id: 'vault.store',
    kind: 'enforced',
    promise: 'Account passwords are kept encrypted and opened only by those the policy entitles.',
    settings: ['vault.visibility'],
    cannot: 'Once read, a password can be written down.',
  }),
  defineControl({
    id: 'vault.reveal-log',
    kind: 'record',
    promise: 'Every opening of a password is recorded with who and when, and nothing is passed from person to person.',
    settings: ['vault.visibility'],
  }),
  defineControl({
    id: 'vault.break-glass',
    kind: 'workflow',
    promise: 'Leaders can open a password in an emergency with a reason, and the owner and headteacher are told.',
    settings: ['vault.visibility'],
  }),
  defineControl({
    id: 'vault.strength',
    kind: 'enforced',
    promise: 'Passwords are made strong and unique, and weak or reused ones are refused.',
    settings: ['vault.minStrength'],
  }),
  defineControl({
    id: 'vault.rotation',
    kind: 'workflow',
    promise: 'Passwords come up for change at the interval set and at once when somebody loses access.',
    settings: ['vault.rotationDays'],
  }),
  defineControl({
    id: 'vault.one-list',
    kind: 'report',
    promise:
      'Everybody concerned sees which accounts there are and who can open them, in place of a shared spreadsheet.',
    settings: ['vault.visibility'],
  }),
  // consent
  defineControl({
    id: 'consent.register',
    kind: 'record',
    promise: 'Consent is held for each person, purpose and account, with its form, date and evidence.',
    settings: ['consent.scopes', 'consent.evidence', 'consent.covers', 'consent.validMonths'],
  }),
  defineControl({
    id: 'consent.requests',
    kind: 'workflow',
    promise: 'Carers are asked for consent by purpose and account and can change their answer.',
    settings: ['consent.scopes', 'consent.evidence'],
  }),
  defineControl({
    id: 'consent.refusal',
    kind: 'enforced',
    promise: 'Anybody may say no without a reason, and that stops everything showing them at once.',
    settings: [],
  }),
  defineControl({
    id: 'consent.do-not-publish',
    kind: 'enforced',
    promise: 'The do-not-publish list is held against each post at draft, at approval and at publication.',
    settings: [],
  }),
  defineControl({
    id: 'consent.publication-gate',
    kind: 'enforced',
    promise: 'Nothing showing a person goes out without consent valid for that account and purpose.',
    settings: ['consent.mode', 'consent.scopes', 'consent.covers'],
  }),
  defineControl({
    id: 'consent.mentions',
    kind: 'record',
    promise: 'Approval to be named or described in words is held in the same register, for adults too.',
    settings: ['consent.scopes', 'checks.namedPeople'],
  }),
  // media
  defineControl({
    id: 'media.checklist',
    kind: 'workflow',
    promise:
      'The author answers the policy’s questions about each picture and the approver confirms them before it can be used.',
    settings: ['media.checklist'],
    cannot: 'It rests on people looking.',
  }),
  defineControl({
    id: 'media.unsure',
    kind: 'workflow',
    promise: 'An author in doubt about a picture sends it for a decision that binds every later use.',
    settings: ['approval.unsureGoesTo'],
  }),
  defineControl({
    id: 'media.faces',
    kind: 'check',
    promise:
      'Faces in a picture are found, and each is tied to a person with consent, marked as not identifiable, or blurred.',
    settings: ['consent.mode'],
    cannot: 'It finds faces and never recognises whose they are.',
  }),
  defineControl({
    id: 'media.device',
    kind: 'enforced',
    promise: 'Pictures come from school equipment, as the policy asks, and the device is named.',
    settings: ['media.schoolDeviceOnly'],
    cannot: 'The data a device leaves in a file can be missing or false.',
  }),
  defineControl({
    id: 'media.rights',
    kind: 'record',
    promise:
      'Every picture and quotation has a source and a right to use it, and work of others needs a permission on file.',
    settings: ['checks.rightsStatusRequired'],
  }),
  defineControl({
    id: 'media.official-accounts-only',
    kind: 'enforced',
    promise: 'Pictures of pupils can go only to the school’s own accounts, and downloads are marked and recorded.',
    settings: [],
    cannot: 'A downloaded copy is out of reach.',
  }),
  defineControl({
    id: 'media.guidance',
    kind: 'record',
    promise: 'The image guidance followed is recorded with each picture and its edition.',
    settings: [],
  }),
  defineControl({
    id: 'media.delete-now',
    kind: 'workflow',
    promise:
      'A compromising picture can be deleted everywhere at once, after asking whether it could be a safeguarding or criminal matter.',
    settings: [],
  }),
  defineControl({
    id: 'media.video',
    kind: 'workflow',
    promise: 'Video goes through the same consent and picture checks, with its settings for comments and visibility.',
    settings: ['consent.mode'],
  }),
  // checks
  defineControl({
    id: 'checks.replies',
    kind: 'check',
    promise: 'Replies and messages go through the same checks as posts.',
    settings: [],
  }),
  defineControl({
    id: 'checks.attachments',
    kind: 'check',
    promise:
      'Attached files, their names and linked folders are looked at for personal data, confidential marks and open access.',
    settings: ['checks.confidential'],
  }),
  defineControl({
    id: 'checks.link-targets',
    kind: 'check',
    promise:
      'Where each link leads is looked up, with shortened links opened out, and the author confirms having read it.',
    settings: ['checks.suspiciousLinks'],
  }),
  // posts
  defineControl({
    id: 'posts.freeze',
    kind: 'enforced',
    promise:
      'In a crisis everything stops going out, and only the person the policy names can let single posts through.',
    settings: ['freeze.releaser', 'freeze.autoTriggers'],
  }),
  defineControl({
    id: 'posts.audience-groups',
    kind: 'record',
    promise: 'Each post says which groups it is for, so that reach by group can be reported.',
    settings: [],
  }),
  defineControl({
    id: 'posts.content-review',
    kind: 'workflow',
    promise: 'Each published post has an owner and a date to look at it again.',
    settings: [],
  }),
  defineControl({
    id: 'posts.legal-checklist',
    kind: 'workflow',
    promise: 'The legal points a policy lists are answered before a post is submitted.',
    settings: [],
  }),
  defineControl({
    id: 'posts.speaker-check',
    kind: 'enforced',
    promise: 'A post promoting a visitor or speaker needs the check on them recorded.',
    settings: ['safeguarding.preventTrack'],
  }),
  // evidence
  defineControl({
    id: 'evidence.capture',
    kind: 'enforced',
    promise: 'What is about to be hidden, blocked or deleted is captured first, with words, author, address and time.',
    settings: [],
  }),
  defineControl({
    id: 'evidence.locker',
    kind: 'record',
    promise: 'Evidence is kept unchanged with its fingerprint, and nothing in it can be deleted while it is held.',
    settings: [],
  }),
  defineControl({
    id: 'evidence.details',
    kind: 'enforced',
    promise: 'A piece of evidence is not complete without date, time and address of the page.',
    settings: [],
  }),
  // inbox
  defineControl({
    id: 'inbox.response-clock',
    kind: 'workflow',
    promise:
      'Each message has a time by which it is answered, counted in the school’s calendar, with warnings before and a count after.',
    settings: ['inbox.responseHours', 'inbox.workingCalendar'],
  }),
  defineControl({
    id: 'inbox.acknowledgement',
    kind: 'workflow',
    promise: 'An acknowledgement can count as the first answer and sets a date for the full one.',
    settings: ['inbox.ackCounts'],
  }),
  defineControl({
    id: 'inbox.routing',
    kind: 'workflow',
    promise: 'Messages go to the person the policy names for their kind.',
    settings: ['inbox.routing'],
  }),
  defineControl({
    id: 'inbox.direct-messages',
    kind: 'enforced',
    promise: 'Direct messages from pupils, former pupils and parents are answered only as the policy allows.',
    settings: ['inbox.directMessages'],
  }),
  defineControl({
    id: 'inbox.redirect',
    kind: 'guide',
    promise: 'Replies point to the school’s official route of contact.',
    settings: ['inbox.directMessages'],
  }),
  defineControl({
    id: 'inbox.about-a-child',
    kind: 'enforced',
    promise: 'A message about one child is never answered in public and is pointed to the official route.',
    settings: [],
  }),
  defineControl({
    id: 'inbox.pupil-messages',
    kind: 'check',
    promise:
      'Messages with pupils on school accounts are kept in full, and requests for details or secrecy alert the safeguarding lead.',
    settings: [],
  }),
  defineControl({
    id: 'inbox.cooling-off',
    kind: 'enforced',
    promise: 'A reply to something heated waits and is read again before it goes.',
    settings: ['inbox.coolOffMinutes'],
  }),
  defineControl({
    id: 'inbox.raise-concern',
    kind: 'workflow',
    promise: 'A message can be raised as a concern in one step with the right people preset.',
    settings: [],
  }),
  defineControl({
    id: 'inbox.abuse',
    kind: 'workflow',
    promise: 'Offensive comments come first, with a short time and model replies.',
    settings: ['inbox.responseHours'],
  }),
  defineControl({
    id: 'inbox.moderation',
    kind: 'record',
    promise: 'Each block, report, hiding or deletion is recorded with who, whom and why.',
    settings: [],
  }),
  defineControl({
    id: 'inbox.public-explanation',
    kind: 'workflow',
    promise: 'After such a step the audience is told why, or the reason for not telling is kept.',
    settings: ['moderation.publicExplanation'],
  }),
  defineControl({
    id: 'inbox.press',
    kind: 'enforced',
    promise: 'A journalist’s message is held and goes to the press lead with the media policy.',
    settings: ['press.lead', 'press.lock'],
  }),
  defineControl({
    id: 'inbox.phishing',
    kind: 'check',
    promise: 'Messages asking for passwords or carrying suspicious links are flagged and can be reported.',
    settings: [],
  }),
  defineControl({
    id: 'inbox.response-tree',
    kind: 'guide',
    promise: 'Praise, question, criticism, falsehood and abuse each have their agreed way of being answered.',
    settings: [],
  }),
  // watch
  defineControl({
    id: 'watch.rota',
    kind: 'workflow',
    promise:
      'Each account is looked at as often as the policy says, by people on a rota, and a missed check is noticed.',
    settings: ['monitor.interval'],
  }),
  defineControl({
    id: 'watch.findings',
    kind: 'workflow',
    promise: 'A check that finds something opens its next step with the finding attached.',
    settings: [],
  }),
  defineControl({
    id: 'watch.plan',
    kind: 'record',
    promise: 'What is watched, how often, by whom and what is written down is part of the policy.',
    settings: ['reputation.mode', 'reputation.interval', 'monitor.interval'],
  }),
  defineControl({
    id: 'watch.sources',
    kind: 'record',
    promise:
      'The places where the school is seen or read about are listed, among them encyclopaedias and reviews, and looked at on schedule.',
    settings: ['reputation.sources', 'reputation.interval'],
    cannot: 'It looks where it is told to look.',
  }),
  defineControl({
    id: 'watch.owner',
    kind: 'enforced',
    promise: 'Watching the school’s name always has an owner.',
    settings: ['reputation.mode', 'reputation.owner'],
  }),
  defineControl({
    id: 'watch.first-impression',
    kind: 'record',
    promise: 'What a first search for the school’s name shows is written down.',
    settings: ['reputation.sources'],
  }),
  defineControl({
    id: 'watch.decisions',
    kind: 'workflow',
    promise:
      'Each finding is marked praise or criticism with the decided answer, and criticism is read for fairness by a second person.',
    settings: [],
  }),
  defineControl({
    id: 'watch.rogue-accounts',
    kind: 'record',
    promise: 'Accounts using the school’s name without approval are logged and followed up.',
    settings: [],
  }),
  defineControl({
    id: 'watch.private-individuals',
    kind: 'enforced',
    promise: 'Named private people are not watched unless a case is open.',
    settings: [],
  }),
  defineControl({
    id: 'watch.inspection-pack',
    kind: 'report',
    promise: 'Findings, answers and open matters can be handed over before an inspection.',
    settings: [],
  }),
  // cases
  defineControl({
    id: 'cases.report',
    kind: 'workflow',
    promise:
      'A concern can be reported from any screen in one step, by staff, parents or pupils, and the right lead is told at once.',
    settings: ['incident.leadBy'],
  }),
  defineControl({
    id: 'cases.private-routes',
    kind: 'enforced',
    promise: 'A report about a colleague goes past the person named, who never sees it.',
    settings: ['incident.leadBy'],
  }),
  defineControl({
    id: 'cases.role-conflict',
    kind: 'workflow',
    promise:
      'Activity that conflicts with a role, or could be misunderstood, is reported by the person themselves and seen only by the leads.',
    settings: [],
  }),
  defineControl({
    id: 'cases.kinds',
    kind: 'record',
    promise: 'Concerns use one list of kinds, risks and unacceptable conduct, each with a starting severity.',
    settings: [],
  }),
  defineControl({
    id: 'cases.scope',
    kind: 'workflow',
    promise:
      'Before handling, it is decided whether the matter is within the policy; time and place alone never put it outside.',
    settings: ['scope.rules'],
  }),
  defineControl({
    id: 'cases.outside-scope',
    kind: 'workflow',
    promise: 'A private matter without bearing on the school is closed with the least data and no copy.',
    settings: ['scope.rules'],
  }),
  defineControl({
    id: 'cases.place',
    kind: 'record',
    promise: 'Where it happened, public or private, on or off the premises, is recorded.',
    settings: [],
  }),
  defineControl({
    id: 'cases.harmed-group',
    kind: 'record',
    promise: 'Which group or person was harmed or targeted is recorded.',
    settings: [],
  }),
  defineControl({
    id: 'cases.triage',
    kind: 'workflow',
    promise:
      'It is settled first which policy governs a matter, and it is handed over with a reference where that is another one.',
    settings: ['incident.leadBy'],
  }),
  defineControl({
    id: 'cases.lead',
    kind: 'enforced',
    promise: 'A case has a lead named by the policy before it moves on.',
    settings: ['incident.leadBy'],
  }),
  defineControl({
    id: 'cases.assessment',
    kind: 'record',
    promise: 'A first assessment of severity, risk, scope and people is written and time-stamped.',
    settings: [],
  }),
  defineControl({
    id: 'cases.participants',
    kind: 'record',
    promise: 'People and bodies brought into a case are listed with date, reason and result.',
    settings: [],
  }),
  defineControl({
    id: 'cases.escalation',
    kind: 'workflow',
    promise: 'A case can be raised to the next level with a reason each time.',
    settings: [],
  }),
  defineControl({
    id: 'cases.closure',
    kind: 'enforced',
    promise: 'A confirmed breach cannot be closed without an outcome and who decided it.',
    settings: ['outcomes.byPersonType'],
  }),
  defineControl({
    id: 'cases.outcomes',
    kind: 'record',
    promise: 'The outcomes open for a case depend on who it is about, from advice to disciplinary and legal action.',
    settings: ['outcomes.byPersonType'],
  }),
  defineControl({
    id: 'cases.internal-procedure',
    kind: 'record',
    promise: 'A case names the school’s own procedure and links a disciplinary matter by reference only.',
    settings: [],
  }),
  defineControl({
    id: 'cases.by-person-type',
    kind: 'workflow',
    promise: 'Who the case is about decides its route: behaviour policy for pupils, handbook for staff.',
    settings: ['incident.routeByPerson'],
  }),
  defineControl({
    id: 'cases.parent-contact',
    kind: 'workflow',
    promise: 'A pupil’s case has a step for telling the parents.',
    settings: [],
  }),
  defineControl({
    id: 'cases.help-first',
    kind: 'workflow',
    promise: 'A pupil who tells about an underage account is helped before anything else.',
    settings: ['pupils.helpFirst'],
  }),
  defineControl({
    id: 'cases.work-use',
    kind: 'workflow',
    promise: 'Misuse or excess at work or on school equipment can be raised with dates and effect.',
    settings: ['personalUse.atWork', 'personalUse.onSchoolDevices', 'workUse.excessive'],
  }),
  defineControl({
    id: 'cases.police',
    kind: 'enforced',
    promise:
      'Where conduct may be criminal or dangerous, a decision about the police is made and recorded before closing.',
    settings: ['incident.policeTriggers'],
  }),
  defineControl({
    id: 'cases.referrals',
    kind: 'record',
    promise: 'Each referral and piece of outside advice is recorded with body, date, person and result.',
    settings: ['directory.agencies'],
  }),
  defineControl({
    id: 'cases.directory',
    kind: 'guide',
    promise: 'Helplines and bodies that can help are listed with the date they were last checked.',
    settings: ['directory.agencies'],
  }),
  defineControl({
    id: 'cases.legal-advice',
    kind: 'record',
    promise: 'A hostile post is tested against the grounds for legal advice, with model wording.',
    settings: [],
  }),
  defineControl({
    id: 'cases.reporters-wishes',
    kind: 'record',
    promise: 'What the person affected wants is written down, and departing from it needs a reason.',
    settings: ['incident.policeTriggers'],
  }),
  defineControl({
    id: 'cases.support',
    kind: 'workflow',
    promise: 'A person targeted is offered support and somebody to stand by them.',
    settings: ['directory.agencies'],
  }),
  defineControl({
    id: 'cases.data-breach',
    kind: 'workflow',
    promise: 'A breach of confidentiality is reported in one step and asks whether the data breach clock runs.',
    settings: [],
  }),
  defineControl({
    id: 'cases.removal-request',
    kind: 'workflow',
    promise: 'A request to take something down is sent from a model, timed, looked at again and taken further.',
    settings: ['parentPost.actor', 'parentPost.removalDays'],
  }),
  defineControl({
    id: 'cases.parent-post',
    kind: 'workflow',
    promise:
      'A harmful post by a parent or other adult follows the steps the policy sets: request, talk, complaints route, letter.',
    settings: ['parentPost.actor', 'parentPost.steps'],
  }),
  defineControl({
    id: 'cases.complaints',
    kind: 'workflow',
    promise: 'A concern can move into the complaints procedure with its history.',
    settings: [],
  }),
  defineControl({
    id: 'cases.platform-report',
    kind: 'record',
    promise: 'A report to a platform is logged with link, reason, reference and result.',
    settings: [],
  }),
  defineControl({
    id: 'cases.safeguarding-track',
    kind: 'enforced',
    promise:
      'An allegation or safeguarding matter goes onto a track with restricted access and steps that cannot be left out.',
    settings: [],
  }),
  defineControl({
    id: 'cases.investigation-lock',
    kind: 'enforced',
    promise: 'On that track the school’s own investigation stays locked until the advice is on record.',
    settings: [],
  }),
  defineControl({
    id: 'cases.indecent-images',
    kind: 'enforced',
    promise: 'Suspected indecent images are reported in words only; no file is taken in and nobody is asked to look.',
    settings: [],
  }),
  defineControl({
    id: 'cases.mandatory-notices',
    kind: 'enforced',
    promise: 'The notices to police and local authority run against the clock with name, time and reference.',
    settings: ['incident.policeTriggers'],
  }),
  defineControl({
    id: 'cases.suitability',
    kind: 'enforced',
    promise: 'A concern about suitability needs a decision by headteacher and safeguarding lead.',
    settings: [],
  }),
  defineControl({
    id: 'cases.prevent',
    kind: 'workflow',
    promise: 'A concern about extremism needs a referral decision by the safeguarding lead.',
    settings: ['safeguarding.preventTrack'],
  }),
  defineControl({
    id: 'cases.platform',
    kind: 'record',
    promise:
      'A case, a declaration or a lesson says which kind of platform it concerns, from the same list as the accounts, with games and apps in it.',
    settings: ['definitions.platformTypes'],
  }),
  // declarations
  defineControl({
    id: 'declarations.yearly',
    kind: 'record',
    promise: 'Each year every member of staff confirms the points the policy asks about personal use.',
    settings: [],
  }),
  defineControl({
    id: 'declarations.employer-named',
    kind: 'record',
    promise: 'Whether personal accounts name the school is declared, and treated as the policy says.',
    settings: ['personalUse.nameEmployer'],
    cannot: 'Gatepost does not look at personal accounts.',
  }),
  defineControl({
    id: 'declarations.disclaimer',
    kind: 'guide',
    promise: 'Model wording that views are one’s own is offered, and where it is shown is confirmed.',
    settings: ['post.disclaimerText'],
  }),
  defineControl({
    id: 'declarations.privacy-check',
    kind: 'workflow',
    promise: 'A check of one’s own privacy settings is offered with how-to guides, and finishing it is recorded.',
    settings: ['declaration.selfCheckItems'],
    cannot: 'Only that it was done is kept, never the answers.',
  }),
  defineControl({
    id: 'declarations.school-talk',
    kind: 'guide',
    promise: 'What staff may say about the school on personal accounts is shown and confirmed.',
    settings: ['personalUse.discussSchool'],
  }),
  defineControl({
    id: 'declarations.pupil-contact',
    kind: 'record',
    promise: 'Links with pupils, former pupils and families on personal accounts are declared, each as its own kind.',
    settings: ['contact.formerPupils', 'contact.parents', 'contact.families'],
  }),
  defineControl({
    id: 'declarations.on-entry',
    kind: 'workflow',
    promise: 'A new pupil or member of staff brings the question whether links already exist.',
    settings: ['contact.declareOnEntry'],
  }),
  defineControl({
    id: 'declarations.contact-register',
    kind: 'record',
    promise: 'Contacts between adults and pupils outside the rules are entered with what was said and done.',
    settings: [],
    cannot: 'It knows what is told to it.',
  }),
  defineControl({
    id: 'declarations.contact-notices',
    kind: 'workflow',
    promise: 'Who hears of a contact depends on who made it, as the policy says.',
    settings: ['contact.notify.childInitiated', 'contact.notify.adultInitiated'],
  }),
  defineControl({
    id: 'declarations.exceptions',
    kind: 'enforced',
    promise: 'A contact is permitted only with the decision, agreement and end date the policy asks for.',
    settings: ['contact.exceptionApprover', 'contact.parentAgreement', 'contact.exceptionMonths'],
  }),
  defineControl({
    id: 'declarations.permitted-routes',
    kind: 'guide',
    promise: 'Which route of contact is permitted for which purpose is listed for staff.',
    settings: ['contact.formerPupils'],
  }),
  defineControl({
    id: 'declarations.own-phone',
    kind: 'record',
    promise: 'Exceptional use of one’s own telephone is entered with reason and time.',
    settings: ['contact.ownPhoneExceptions'],
  }),
  defineControl({
    id: 'declarations.work-devices',
    kind: 'record',
    promise: 'School telephones and devices are booked out and back.',
    settings: [],
  }),
  defineControl({
    id: 'declarations.use-at-work',
    kind: 'guide',
    promise: 'What is allowed at work, on school systems and on one’s own, is told to staff.',
    settings: ['personalUse.atWork', 'personalUse.onSchoolDevices'],
  }),
  defineControl({
    id: 'declarations.monitoring-notice',
    kind: 'record',
    promise: 'Staff are told that use at work may be monitored and confirm it.',
    settings: ['workUse.monitoringNotice'],
    cannot: 'Gatepost itself watches nobody covertly.',
  }),
  defineControl({
    id: 'declarations.access-control',
    kind: 'record',
    promise: 'What is filtered or allowed on school systems is registered with who decided and when it was tested.',
    settings: [],
  }),
  defineControl({
    id: 'declarations.self-review',
    kind: 'record',
    promise:
      'Each person can go through a checklist of their own practice and public profile, photographs included; that it was done is recorded, and the answers are not.',
    settings: ['declaration.selfCheckItems'],
  }),
  // community
  defineControl({
    id: 'community.parents-page',
    kind: 'guide',
    promise: 'A public page tells parents how to comment well, where to raise a worry and which routes are official.',
    settings: [],
  }),
  defineControl({
    id: 'community.notices',
    kind: 'workflow',
    promise: 'Notices go to parents and pupils yearly and on change, with delivery recorded.',
    settings: ['parents.programme'],
  }),
  defineControl({
    id: 'community.event-photos',
    kind: 'guide',
    promise: 'The rule for parents’ own pictures is part of notices for events.',
    settings: ['parents.eventPhotoRule'],
  }),
  defineControl({
    id: 'community.parent-programme',
    kind: 'workflow',
    promise: 'Sessions and messages for parents are planned, with audience and uptake.',
    settings: ['parents.programme'],
  }),
  defineControl({
    id: 'community.conversation-guide',
    kind: 'guide',
    promise: 'Parents find help for talking with their children about life online.',
    settings: [],
  }),
  defineControl({
    id: 'community.age-limits',
    kind: 'guide',
    promise: 'Age limits of platforms are shown to parents with the date checked, with a letter for underage use.',
    settings: ['pupils.minAgeRule'],
  }),
  defineControl({
    id: 'community.curriculum',
    kind: 'record',
    promise: 'Lessons on life online are mapped by year group and topic, with their delivery recorded.',
    settings: ['curriculum.topics'],
  }),
  defineControl({
    id: 'community.pupil-pages',
    kind: 'guide',
    promise: 'Pupils find the rules in plain words and can report something.',
    settings: [],
  }),
  defineControl({
    id: 'community.face-to-face',
    kind: 'guide',
    promise: 'The rule that what is wrong face to face is wrong online is shown to every group.',
    settings: [],
  }),
  // reports
  defineControl({
    id: 'reports.safe-record',
    kind: 'report',
    promise:
      'Contacts, approvals, posts, replies and messages can be searched and handed over by the leads as one dated record.',
    settings: [],
  }),
  defineControl({
    id: 'reports.retention',
    kind: 'workflow',
    promise: 'Each kind of record has its time to be kept; removal is proposed, decided by a person and certified.',
    settings: ['retention.months'],
  }),
];
