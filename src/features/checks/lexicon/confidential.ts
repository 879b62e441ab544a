// Marks of confidential material, and wording that tells of a person's health, needs, family or employment.
import { children } from './people-words.ts';
import { phrases } from './phrases.ts';

export const marks = phrases(`
(strictly |private and |highly )?confidential(?! (service|helpline|support|advice|counselling|drop in|listening|chat|space|conversation))
(internal only|not for (publication|circulation|distribution|sharing|release|public)|internal use only|for internal use|staff only memo|staff eyes only|do not (share|forward|circulate|publish|distribute)( (this|outside))?|off the record|between ourselves|official sensitive|commercially sensitive|commercial in confidence|in confidence|under embargo|embargoed until|legally privileged|without prejudice|leaked|minutes of the (slt|senior leadership|confidential|part two|part 2) (meeting)?|part (two|2|b) minutes|draft (budget|ofsted report|inspection report|restructure|restructuring plan))
(serious case review|section 47|section 17|lado referral|mash referral|strategy meeting|cp conference|child protection (conference|plan|register|referral|case|concern)|safeguarding (referral|case|disclosure|investigation|concern about|incident involving|concerns about)|subject access request from)
(wifi|wi fi|door|gate|alarm|entry|safe|login|admin|staff) (password|passcode|pin|code|key code) (is|:)
(password|passcode|pin number|log in|login details) (is|are|:)
`);

const condition = `(adhd|add|autism|autistic|asd|asperger'?s?|on the spectrum|epilepsy|epileptic|diabetes|diabetic|asthma|asthmatic|dyslexia|dyslexic|dyspraxia|dyspraxic|dyscalculia|tourette'?s?|ocd|odd|ptsd|depression|depressed|anxiety|cancer|leukaemia|a brain tumour|cystic fibrosis|cerebral palsy|down'?s syndrome|an eating disorder|anorexia|anorexic|bulimia|hiv|hepatitis|eczema|coeliac disease|crohn'?s( disease)?|sickle cell( disease)?|hearing loss|a hearing impairment|sight loss|a heart condition|a medical condition|a serious illness|a learning difficulty|learning difficulties|learning disabilities|special (educational )?needs|send?|complex needs|speech and language difficulties|selective mutism|attachment (disorder|issues)|mental health (issues|problems|difficulties|needs)|behaviour(al)? (issues|problems|difficulties|needs)|suicidal( thoughts)?|self harm(ed|ing)?|an allergy|allergies|a nut allergy|incontinent|pregnant|miscarriage|dementia|long covid|chicken ?pox|head lice|nits|scabies|impetigo|scarlet fever|measles|a seizure|seizures|fits|an inhaler|an epipen|medication|ritalin|insulin|antidepressants)`;

export const health = phrases(`
(has|have|had|having|is|was|'s|been|with|who has|living with|lives with|suffers? from|suffering from|suffered|diagnosed with|diagnosis of|a diagnosis of|treated for|treatment for|recovering from|being assessed for|assessed for|waiting for an assessment for|tested for|tested positive for|in hospital with|off (school|work|sick) with|takes|taking|on|needs|allergic to|carries|struggles with|struggling with|copes with|battling|despite (his|her|their)|because of (his|her|their)|(his|her|their)) ((been|recently|just|severe|mild|bad|serious|type 1|type 2|type one|suspected|chronic|a|an|his|her|their|diagnosed with|stage \\d) ){0,2}${condition}
(is|was|been) ((recently|just|now) ){0,1}(diagnosed|sectioned|hospitalised|in rehab|in therapy|seeing a (counsellor|therapist|psychologist|psychiatrist)|under camhs|having chemotherapy|on the sen register|on the send register|on the autistic spectrum)
`);

export const circumstances = phrases(`
(has|have|got|with|on|his|her|their|whose|is|are|was|were|been|needs|given|under|receives|receiving|gets|getting|went|going|goes) ((been|just|now|currently|also|a|an|the|his|her|their|on|in|into|to|from) ){0,3}(ehcp|ehc plan|education health and care plan|statement of (special educational needs|sen)|individual education plan|iep|behaviour plan|pupil premium|free school meals|fsm|foster care|fostered|adopted|care order|looked after child|looked after children|lac review|child in need|child protection plan|cp plan|social worker|social services|family court|custody battle|young offender|court order|restraining order|non molestation order|women's refuge|food bank|bereavement|parents'? divorce|permanently excluded|excluded|suspended from school|expelled|internal exclusion|camhs|early help|young carers?|witness protection|deportation|asylum claim|police investigation|in prison|prison|domestic abuse|domestic violence|alcoholic|an alcoholic|drug addict|evicted|homeless|bankrupt|unemployed|on benefits|universal credit)
(disclosed|disclosing|made a disclosure|a disclosure of|reported) ((physical|sexual|emotional|the|his|her|their|an|a|some) ){0,2}(abuse|neglect|self harm|assault|harassment|allegations?|disclosure)
(getting|are|is|going through a|are getting|are going through a) (divorced|divorcing|divorce|separating|separated)
(off (sick|work|long term sick) with|signed off (with|by|sick)|on long term sick|on compassionate leave|on maternity leave early|facing (redundancy|dismissal|disciplinary|the sack|capability)|being (made redundant|investigated|disciplined|sacked|dismissed|performance managed)|under investigation|on capability|capability procedures|disciplinary (hearing|action|procedure|investigation|panel)|grievance (against|hearing|from)|settlement agreement|gardening leave|final written warning|salary of|earns £|is paid £|pay dispute with|resigned after|left after an incident)
`);

/** Somebody in the sentence of whom it may be told. Campaigns and days of awareness have none. */
export const somebody = phrases(`
(he|she|him|her|his|hers|my son|my daughter|whose|a (year \\d{1,2} )?(pupil|child|boy|girl|student|teacher|colleague|parent|mum|dad|ta|member of staff)|one of (our|the|my) (year \\d{1,2} )?(pupils|children|boys|girls|students|teachers|staff|parents|families|tas|cooks|cleaners)|(our|the) (year \\d{1,2} )?(pupil|boy|girl|student|caretaker|cook|headteacher|head|deputy|receptionist|secretary|bursar|teacher)|this (child|boy|girl|pupil|family|${children})|another (pupil|child|parent|teacher)|classmate|(mr|mrs|ms|miss|mx|dr) \\p{L}+|the family|(his|her|their|\\p{L}+'s) (mum|dad|mother|father|parents|family|brother|sister))
`);

export const awareness = phrases(
  `(awareness|charity|charities|fundrais(er|ing)|raise money|raised money|raising money|sponsored|in aid of|research|training|workshop|webinar|support group|drop in|coffee morning|helpline|world \\p{L}+ day|week|policy|policies|guidance|information evening|nhs|talk about|learn about|learned about|learning about|course|courses|advice|hub|conference|parents of|families of|book|author|advent|local offer|food bank (collection|donations?|appeal)|for (our|the) food bank)`,
);
