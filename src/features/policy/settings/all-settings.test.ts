// The catalogue of settings is whole: one id each, a plain question, a possible default, and every known matter covered.
import { describe, expect, it } from 'vitest';
import { plannedControls } from '../planned-controls.ts';
import { builtControls } from '../every-control.fixture.ts';
import { allSettings, settingById, settings } from './index.ts';
import { matters } from './matters.fixture.ts';

describe('settings', () => {
  it('have an id each, which is where they are found', () => {
    for (const [area, members] of Object.entries(settings)) {
      for (const [key, setting] of Object.entries(members)) expect(setting.id).toBe(`${area}.${key}`);
    }
    expect(new Set(allSettings.map((setting) => setting.id)).size).toBe(allSettings.length);
  });
  it.each(allSettings.map((setting) => ({ id: setting.id, setting })))(
    '$id asks a question and has a possible default',
    ({ setting }) => {
      expect(setting.question).toMatch(/^[A-Z].*\?$/);
      expect(setting.schema.safeParse(setting.default).success).toBe(true);
      expect(setting.order === 'ranked').toBe(setting.ranks !== undefined);
    },
  );
  it('answer each of the seventy matters on which schools were found to differ, and those that nobody fixes', () => {
    expect(matters.map((matter) => matter.number)).toEqual([...Array(70).keys()].map((index) => index + 1));
    for (const matter of matters) {
      expect(matter.settings.length > 0 || matter.fixed !== undefined, matter.about).toBe(true);
      for (const id of matter.settings) expect(settingById(id), `${matter.about}: ${id}`).toBeDefined();
    }
  });
  it('are each read by a control, and no control reads one that does not exist', () => {
    const read = new Set([...builtControls, ...plannedControls].flatMap((control) => control.settings));
    expect([...read].filter((id) => !settingById(id))).toEqual([]);
    expect(allSettings.filter((setting) => !read.has(setting.id)).map((setting) => setting.id)).toEqual([]);
  });
});
