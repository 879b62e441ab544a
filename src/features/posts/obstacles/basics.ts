// What any post needs: words, somewhere to go that will have them, and a time to come. Pure.
import { isAfter } from '#kernel/instants.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import type { Draft } from '../draft-facts.ts';
import type { Outgoing } from '../payload.ts';
import { needs, type Obstacle } from './obstacle.ts';

/** No words, nowhere to go, too long, too late. */
export function basics(
  { content, accounts, wantedAt }: Draft,
  going: Outgoing,
  policy: PolicyInForce,
  now: string,
): Obstacle[] {
  const found: Obstacle[] = [];
  if (content.words.trim() === '' && content.pictures.length === 0) {
    found.push(needs('no-words', 'words', 'There are no words yet.', 'Write the post.'));
  }
  if (content.accounts.length === 0)
    found.push(needs('no-account', 'accounts', 'No account is chosen.', 'Choose where it goes.'));
  for (const account of accounts) {
    const words = going.payloads.find((payload) => payload.accountId === account.id)?.words ?? '';
    const length = account.countWords(words);
    const refusal = account.refusedBy(policy);
    if (refusal) {
      found.push(
        needs(
          'platform-not-allowed',
          'accounts',
          refusal.message,
          `Take ${account.name} out of this post. ${refusal.remedy ?? ''}`.trim(),
          refusal.clauses,
        ),
      );
    }
    if (account.closed) {
      found.push(needs('account-closed', 'accounts', `${account.name} has been closed.`, 'Take it out of this post.'));
    } else if (account.wordsLimit !== null && length > account.wordsLimit) {
      found.push(
        needs(
          'too-long',
          `accounts.${account.id}`,
          `On ${account.name} it is ${length} of ${account.wordsLimit} characters, with its signature.`,
          `Write shorter words for ${account.name}; nothing is cut off for you.`,
        ),
      );
    }
  }
  if (wantedAt !== null && !isAfter(wantedAt, now)) {
    found.push(
      needs(
        'time-passed',
        'wantedAt',
        'The time chosen has passed.',
        'Choose a later time, or “as soon as it is approved”.',
      ),
    );
  }
  return found;
}
