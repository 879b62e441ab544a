// What a version says of itself on the list: when it was reviewed, who approved and who adopted it. From the record, never typed. Pure.
import { listed } from '#surfaces/web/say-count.ts';

type Adoption = Awaited<ReturnType<App.Locals['api']['adoption']['list']>>['adoptions'][number];

export interface Cover {
  readonly adoptionId: string;
  readonly lines: readonly string[];
}

export function coverOf(adoption: Adoption | undefined, moment: (at: string) => string): Cover | null {
  if (!adoption) return null;
  const { id, reviewedOn, approvedBy, adoptedBy } = adoption;
  return {
    adoptionId: id,
    lines: [
      ...(reviewedOn === null ? [] : [`Reviewed ${moment(reviewedOn)}`]),
      ...(approvedBy.length === 0 ? [] : [`Approved by ${listed(approvedBy.map(({ name }) => name))}`]),
      ...(adoptedBy.length === 0
        ? []
        : [`Adopted by ${listed(adoptedBy.map(({ name, minute }) => `${name} (${minute})`))}`]),
    ],
  };
}
