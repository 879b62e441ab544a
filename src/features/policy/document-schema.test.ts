// The published JSON Schema covers every setting and says what each asks.
import { describe, expect, it } from 'vitest';
import { policyJsonSchema } from './document-schema.ts';
import { allSettings } from './settings/index.ts';

describe('the published schema', () => {
  const schema = policyJsonSchema() as {
    properties: { settings: { properties: object; additionalProperties: boolean } };
  };
  it('knows every setting and no other', () => {
    expect(Object.keys(schema.properties.settings.properties)).toEqual(allSettings.map((setting) => setting.id));
    expect(schema.properties.settings.additionalProperties).toBe(false);
  });
  it('asks each question', () => {
    const text = JSON.stringify(schema);
    for (const setting of allSettings) expect(text).toContain(JSON.stringify(setting.question));
  });
});
