// Words for people and bodies a school speaks of; parts of other wording lists.

export const adults = `(teachers?|heads?|headteachers?|head teachers?|headmaster|headmistress|deputy|staff|colleagues?|tas?|assistants?|receptionist|caretaker|secretary|governors?|chair|bursar|leaders?|leadership|management|slt|parents?|mums?|dads?|mothers?|fathers?|carers?|grandparents|famil(y|ies)|neighbours?|councillors?|coach(es)?|referee|umpire|builders?|inspectors?|managers?|bosses|boss|drivers?|cooks?|cleaners?|dinner lad(y|ies)|contractors?|sencos?|vicar|players?|opponents?|supporters?|boy|girl|child|pupil|man|woman|men|women|person|people)`;
export const children = `(pupils?|children|child|kids?|boys?|girls?|students?|lads?|class|classmates?|year \\d{1,2}s?|reception|team)`;
export const bodies = `(schools?|academy|academies|trust|nursery|college|council|local authority|ofsted|government|company|firm|supplier|contractors?|caterers?|caterer|club|pta|board|department|office|shop|bus company|coach company|our school|our trust|this place|this school|this trust)`;
export const pronouns = `(he|she|they|you|him|her|them|who|it|we)`;
export const titled = `(mr|mrs|ms|miss|mx|dr|sir|madam|rev|father|sister)\\.? [\\p{L}'-]{2,20}`;
