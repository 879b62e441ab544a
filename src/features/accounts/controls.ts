// What Gatepost makes real about the register of official accounts.
import { defineControl } from '#kernel/control.ts';

export const accountsControls = [
  defineControl({
    id: 'accounts.register',
    kind: 'record',
    promise: 'Every official account is registered with platform, handle, address, purpose and who runs it.',
    settings: [],
  }),
  defineControl({
    id: 'accounts.catalogue',
    kind: 'record',
    promise:
      'The list of kinds of platform can be edited and has an “other”, so that an account anywhere is governed the same way; retired platforms are marked.',
    settings: [],
  }),
  defineControl({
    id: 'accounts.reach',
    kind: 'guide',
    promise:
      'Each account says whether it is read by known members, a community of shared interest or the whole public, and its authors are shown that before they write.',
    settings: [],
  }),
  defineControl({
    id: 'accounts.openness',
    kind: 'record',
    promise: 'Each account is recorded as open or closed, with the audience it is for.',
    settings: [],
  }),
  defineControl({
    id: 'accounts.authorisation',
    kind: 'enforced',
    promise:
      'Only people with a dated, current authorisation for an account can draft or publish for it, and it can be withdrawn at once.',
    settings: ['account.authoriser'],
    cannot: 'It cannot stop somebody who knows the password from posting on the platform itself.',
  }),
  defineControl({
    id: 'accounts.allowed-platforms',
    kind: 'enforced',
    promise:
      'Only platforms the policy names can have an active official account; the school’s own pages are always its own.',
    settings: ['channels.allowedPlatforms'],
  }),
  defineControl({
    id: 'accounts.runner-gate',
    kind: 'enforced',
    promise:
      'Nobody writes for an account before meeting every condition the policy sets: a signature, training, or the headteacher’s own grant. What is missing is said, with where to do it.',
    settings: ['runner.gate'],
  }),
  defineControl({
    id: 'accounts.rules-on-first-use',
    kind: 'enforced',
    promise:
      'The rules of an account, the terms of its platform and whom one stands for are shown and confirmed when a person first uses it, each term after, and at once when the rules change.',
    settings: [],
  }),
];
