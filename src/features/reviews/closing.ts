// What still stands between a review and its end. Pure.

export interface SignOff {
  readonly role: string;
  readonly personId: string;
}

/** Something that a reviewer must have confirmed or put right since the review began. */
export interface ToConfirm {
  readonly what: 'source' | 'unknown-source' | 'watch';
  /** Empty for a source that nobody has entered. */
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly isDone: boolean;
}

export interface Standing {
  readonly roles: readonly string[];
  readonly signOffs: readonly SignOff[];
  readonly toConfirm: readonly ToConfirm[];
  readonly committee: string;
  readonly committeeMinute: string;
  readonly mustShare: boolean;
  readonly isShared: boolean;
}

export type Obstacle = 'to-confirm' | 'sign-offs' | 'minute' | 'sharing';

export const missingRoles = ({ roles, signOffs }: Pick<Standing, 'roles' | 'signOffs'>): string[] =>
  roles.filter((role) => !signOffs.some((one) => one.role === role));

export function obstaclesOf(standing: Standing): Obstacle[] {
  return [
    ...(standing.toConfirm.every(({ isDone }) => isDone) ? [] : (['to-confirm'] as const)),
    ...(missingRoles(standing).length === 0 ? [] : (['sign-offs'] as const)),
    ...(standing.committee !== '' && standing.committeeMinute === '' ? (['minute'] as const) : []),
    ...(standing.mustShare && !standing.isShared ? (['sharing'] as const) : []),
  ];
}
