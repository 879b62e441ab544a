// How each picture of a post stands under the policy in force, as far as people have said what it shows.
import type { PolicyInForce } from '#kernel/policy.ts';
import { pictureStanding, type ChildrenStatement, type PictureStanding } from '#features/media/index.ts';
import { settings } from '#features/policy/index.ts';
import type { Draft, Picture } from './draft-facts.ts';

/** @param statements of those who decide; none while it is being written */
export function standingOf(
  picture: Picture,
  { authors }: Pick<Draft, 'authors'>,
  policy: PolicyInForce,
  statements: readonly ChildrenStatement[] = [],
): PictureStanding {
  const { sha256, showsChildren } = picture;
  return pictureStanding(
    { sha256, authors, statements, showsChildren: showsChildren === 'not-said' ? null : showsChildren === 'yes' },
    {
      consentMode: policy.ruling(settings.consent.mode),
      statementClauses: policy.clausesOf('media.no-child-statement'),
    },
  );
}
