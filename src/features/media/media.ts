// May this picture go out? Rests on what the author says, what the approver says, and what the policy asks about consent.
import type { Ruling } from '#kernel/policy.ts';

export type ConsentMode = 'opt-out' | 'image-policy' | 'opt-in';

/** Somebody's word about one picture: these bytes and no others. */
export interface ChildrenStatement {
  readonly by: string;
  readonly sha256: string;
  readonly showsChildren: boolean;
}

export interface PictureFacts {
  /** SHA-256 of the cleaned bytes, which are the ones that would go out. */
  readonly sha256: string;
  /** Everybody who edited the post since it was opened. */
  readonly authors: readonly string[];
  /** The author's answer; null until it is given. */
  readonly showsChildren: boolean | null;
  /** What those who decide have stated so far. */
  readonly statements: readonly ChildrenStatement[];
}

export interface PictureRules {
  readonly consentMode: Ruling<ConsentMode>;
  /** Clauses that rest on the approver's separate statement. */
  readonly statementClauses: readonly string[];
}

export type PictureStanding =
  | { readonly state: 'may-go-out' }
  | {
      readonly state: 'not-declared' | 'needs-approver-statement' | 'needs-consent-records';
      readonly message: string;
      readonly remedy: string;
      readonly clauses: readonly string[];
    };

const MAY_GO_OUT: PictureStanding = { state: 'may-go-out' };

/** The strictest word counts: one person who sees a child is enough for consent to be needed. */
export function pictureStanding(picture: PictureFacts, rules: PictureRules): PictureStanding {
  if (picture.showsChildren === null) return notDeclared(rules);
  const second = secondLooks(picture);
  const childSeen = picture.showsChildren || second.some((statement) => statement.showsChildren);
  if (childSeen) return consentIsNeeded(rules.consentMode.value) ? needsConsentRecords(rules) : MAY_GO_OUT;
  return second.length > 0 ? MAY_GO_OUT : needsApproverStatement(rules);
}

export function consentIsNeeded(mode: ConsentMode): boolean {
  return mode !== 'opt-out';
}

/** An author's second statement is not a second look, and a statement about other bytes says nothing about these. */
function secondLooks({ sha256, authors, statements }: PictureFacts): ChildrenStatement[] {
  return statements.filter((statement) => statement.sha256 === sha256 && !authors.includes(statement.by));
}

function notDeclared({ consentMode }: PictureRules): PictureStanding {
  return {
    state: 'not-declared',
    message: 'Nobody has said yet whether this picture shows children.',
    remedy: 'Look at the whole picture, also the background, and answer the question below it.',
    clauses: consentMode.clauses,
  };
}

function needsApproverStatement({ statementClauses }: PictureRules): PictureStanding {
  return {
    state: 'needs-approver-statement',
    message: 'The author says that no child is shown. Whoever approves has to say so too, for each picture.',
    remedy: 'Whoever approves looks at the whole picture, also the background, and says whether a child is shown.',
    clauses: statementClauses,
  };
}

function needsConsentRecords({ consentMode }: PictureRules): PictureStanding {
  return {
    state: 'needs-consent-records',
    message: 'Not yet possible: this picture shows children, and Gatepost does not hold consent records yet.',
    remedy: 'Use a picture that shows no child, or send the post without it.',
    clauses: consentMode.clauses,
  };
}
