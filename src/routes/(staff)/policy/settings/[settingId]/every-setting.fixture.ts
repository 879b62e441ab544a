// For tests: every setting, what an answer to it looks like, and every answer that a model policy gives.
import { loadModelPolicy, modelPolicyNames, type Setting } from '#features/policy/index.ts';
import { shapeOf } from '#features/policy/setting-shape.ts';
import { same } from '#features/policy/strictness.ts';

export { allSettings } from '#features/policy/index.ts';
export { shapeOf as answerAsShape };

const models = await Promise.all(modelPolicyNames.map((name) => loadModelPolicy(name)));

export function everyAnswer(setting: Setting<unknown>): unknown[] {
  const given = models.flatMap(({ settings }) => {
    const one = settings[setting.id];
    return one ? [one.is, ...(one.overrides ?? []).map(({ is }) => is)] : [];
  });
  const all = [setting.default, ...given];
  return all.filter((answer, at) => all.findIndex((other) => same(answer, other)) === at);
}
