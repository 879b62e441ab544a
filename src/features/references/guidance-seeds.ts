// Law and guidance that school policies on social media rest on, in the editions known when this release was made. Each is to be checked.
import type { GuidanceKind } from './guidance.ts';

export interface GuidanceSeed {
  readonly key: string;
  readonly kind: GuidanceKind;
  readonly title: string;
  readonly body: string;
  readonly edition: string;
  readonly section: string;
  readonly datedOn: string | null;
  readonly place: string;
  readonly successorKey?: string;
  /** Further names that policies give it. */
  readonly family?: RegExp;
  readonly note: string;
}

const PARLIAMENT = 'UK Parliament';
const DFE = 'Department for Education';
const ICO = 'Information Commissioner';

export const GUIDANCE_SEEDS: readonly GuidanceSeed[] = [
  {
    key: 'kcsie-2016',
    kind: 'statutory-guidance',
    title: 'Keeping children safe in education',
    body: DFE,
    edition: '2016',
    section: 'Part one',
    datedOn: '2016-09-05',
    place: '',
    successorKey: 'kcsie-2026',
    family: /keeping children safe/i,
    note: 'Replaced every September since.',
  },
  {
    key: 'kcsie-2026',
    kind: 'statutory-guidance',
    title: 'Keeping children safe in education',
    body: DFE,
    edition: '2026',
    section: 'Part one, read in full by all staff; paragraph 165 on online risks; part four on concerns about staff',
    datedOn: '2026-09-01',
    place: 'https://www.gov.uk/government/publications/keeping-children-safe-in-education--2',
    family: /keeping children safe/i,
    note: 'In force in England since 1 September 2026. The address of the file changes within one edition: link to its page.',
  },
  {
    key: 'gswp-2015',
    kind: 'guidance',
    title: 'Guidance for safer working practice',
    body: 'Safer Recruitment Consortium',
    edition: 'October 2015',
    section: 'Section 7',
    datedOn: '2015-10-01',
    place: '',
    successorKey: 'gswp-2022',
    family: /safer[- ]working[- ]practice/i,
    note: 'Named by older policies; endorsed at the time by local safeguarding children boards, which no longer exist.',
  },
  {
    key: 'gswp-2022',
    kind: 'guidance',
    title: 'Guidance for safer working practice',
    body: 'Safer Recruitment Consortium',
    edition: 'February 2022',
    section: 'Communication with children, including the use of technology',
    datedOn: '2022-02-01',
    place: 'https://saferrecruitmentconsortium.org',
    family: /safer[- ]working[- ]practice/i,
    note: 'Not statutory. Local safeguarding boards were replaced by safeguarding partners. See that there is no newer edition, and which section you rely on.',
  },
  {
    key: 'working-together-2023',
    kind: 'statutory-guidance',
    title: 'Working together to safeguard children',
    body: 'HM Government',
    edition: '2023',
    section: 'Allegations against people who work with children',
    datedOn: '2023-12-15',
    place: 'https://www.gov.uk/government/publications/working-together-to-safeguard-children--2',
    note: 'See that there is no newer edition.',
  },
  {
    key: 'children-act-16la',
    kind: 'law',
    title: 'Children Act 2004, section 16LA: the duty to share information',
    body: PARLIAMENT,
    edition: '2026',
    section: 'Inserted by the Children’s Wellbeing and Schools Act 2026, section 4',
    datedOn: '2026-09-30',
    place: 'https://www.legislation.gov.uk/ukpga/2004/31',
    note: 'In force since 30 September 2026; the department’s guidance on it was brought up to date on 10 September 2026.',
  },
  {
    key: 'duaa-2025',
    kind: 'law',
    title: 'Data (Use and Access) Act 2025: complaints about personal data',
    body: PARLIAMENT,
    edition: '2025',
    section: 'Section 103',
    datedOn: '2026-06-19',
    place: 'https://www.legislation.gov.uk/ukpga/2025/18',
    note: 'In force since 19 June 2026: a complaint counts however it is sent, also on social media, and is acknowledged within 30 days.',
  },
  {
    key: 'ico-photographs',
    kind: 'advice',
    title: 'Taking photographs: data protection advice for schools',
    body: ICO,
    edition: 'as published in 2026',
    section: 'Lawful basis',
    datedOn: null,
    place: 'https://ico.org.uk',
    note: 'Says that public task rather than consent is usually the lawful basis for publicly funded schools.',
  },
  {
    key: 'accessibility-2018',
    kind: 'law',
    title: 'Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations',
    body: PARLIAMENT,
    edition: '2018',
    section: 'Schools are exempt in part; forms that families need are not',
    datedOn: '2018-09-23',
    place: 'https://www.legislation.gov.uk/uksi/2018/852',
    note: '',
  },
  {
    key: 'online-safety-act-2023',
    kind: 'law',
    title: 'Online Safety Act 2023: offences of communication',
    body: PARLIAMENT,
    edition: '2023',
    section: 'Sections 179 to 184',
    datedOn: '2024-01-31',
    place: 'https://www.legislation.gov.uk/ukpga/2023/50',
    note: 'In force since 31 January 2024.',
  },
  {
    key: 'freedoms-act-2012',
    kind: 'law',
    title: 'Protection of Freedoms Act 2012: biometric information of children',
    body: PARLIAMENT,
    edition: '2012',
    section: 'Sections 26 and 27',
    datedOn: null,
    place: 'https://www.legislation.gov.uk/ukpga/2012/9',
    note: 'Touches any matching of faces in pictures.',
  },
  {
    key: 'ukcis-nudes-2024',
    kind: 'guidance',
    title: 'Sharing nudes and semi-nudes: advice for education settings',
    body: 'UK Council for Internet Safety',
    edition: 'March 2024',
    section: 'What to do when an incident becomes known',
    datedOn: '2024-03-11',
    place:
      'https://www.gov.uk/government/publications/sharing-nudes-and-semi-nudes-advice-for-education-settings-working-with-children-and-young-people',
    note: '',
  },
  {
    key: 'connected-world-2020',
    kind: 'guidance',
    title: 'Education for a connected world',
    body: 'UK Council for Internet Safety',
    edition: '2020',
    section: 'Eight strands, by age',
    datedOn: null,
    place: 'https://www.gov.uk/government/publications/education-for-a-connected-world',
    note: 'Not statutory.',
  },
  {
    key: 'dfe-filtering',
    kind: 'guidance',
    title: 'Meeting digital and technology standards: filtering and monitoring, cyber security',
    body: DFE,
    edition: 'as published in 2026',
    section: 'Yearly review; second factors; backups',
    datedOn: null,
    place: 'https://www.gov.uk/guidance/meeting-digital-and-technology-standards-in-schools-and-colleges',
    note: 'Kept up to date on its page without editions.',
  },
  {
    key: 'wales-social-media',
    kind: 'guidance',
    title: 'Practices and principles for schools’ use of social media',
    body: 'Welsh Government and UK Safer Internet Centre',
    edition: 'as published in 2026',
    section: '',
    datedOn: null,
    place: 'https://hwb.gov.wales',
    note: 'The only guidance of a government in the United Kingdom about running a school’s own accounts.',
  },
];

export interface WatchSeed {
  readonly key: string;
  readonly title: string;
  readonly why: string;
  readonly expected: string;
}

export const WATCH_SEEDS: readonly WatchSeed[] = [
  {
    key: 'age-enforcement',
    title: 'Ages from which children may have accounts are enforced more strictly',
    why: 'What pupils and parents are told of minimum ages may have to change.',
    expected: 'Not dated',
  },
  {
    key: 'trust-inspection',
    title: 'Academy trusts are inspected: Children’s Wellbeing and Schools Act 2026, section 57',
    why: 'A trust may have to show how its schools keep a policy of the trust.',
    expected: 'Enacted; not in force in July 2026',
  },
];
