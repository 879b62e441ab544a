import { expect, it } from 'vitest';
import { passwordJudge } from './password-rules.ts';

const judge = passwordJudge();
const words = ['ngozi.okafor@tpat.example', 'Ngozi Okafor', 'Kingfisher Primary School'];

const long = 'plum kettle orbit fen, brook lantern eleven toad; '.repeat(3).slice(0, 128);

it.each([
  ['words', 'plum kettle orbit fen'],
  ['a dozen random characters', 'x4!Kq9-Wm2vTz'],
  ['spaces', '  two  spaces  kept, as typed '],
  ['another language', 'Dwi’n hoffi coffi du bob bore'],
  ['signs', '🦔🌧️ hedgehog rain parade'],
  ['128 characters', long],
])('takes %s', async (_what, password) => {
  expect(await judge(password, words)).toBeNull();
});

it.each([
  ['eleven characters', 'plum kettle', 'too-short'],
  ['eleven signs, though of many bytes', '🦔'.repeat(11), 'too-short'],
  ['129 characters', `${long}!`, 'too-long'],
  ['five megabytes', 'x'.repeat(5_000_000), 'too-long'],
  ['a common password', 'Password1234', 'easy-to-guess'],
  ['one letter', 'aaaaaaaaaaaaaaaaaaaa', 'easy-to-guess'],
  ['a row of keys', 'qwertyuiop123', 'easy-to-guess'],
  ['a repetition', 'abcabcabcabcabc', 'easy-to-guess'],
  ['the school', 'Kingfisher2026!', 'easy-to-guess'],
  ['the name', 'Ngozi Okafor Okafor', 'easy-to-guess'],
  ['the address', 'ngozi.okafor@tpat.example', 'easy-to-guess'],
  ['the product', 'GatepostGatepost', 'easy-to-guess'],
])('refuses %s', async (_what, password, code) => {
  expect(await judge(password, words)).toMatchObject({ code });
});
