// What a trust puts in force as its own policy: a model, or one that it has written itself as YAML.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { PolicyDocument } from '../document.ts';
import { loadModelPolicy, modelPolicyNames, type ModelPolicyName } from '../model-policies.ts';
import { plannedControls } from '../planned-controls.ts';
import { readDocument } from '../read-document.ts';
import { documentFigure } from './policy-figure.ts';
import { wrongDescent } from './lineage.ts';
import { figureRows, trustVersionRows } from './queries.ts';

const FAULTS_TOLD = 20;

/** @throws naming every fault of the text, or why such a policy cannot be a trust's */
export async function trustDocumentFrom(
  context: Pick<Context, 'db' | 'scopeId' | 'controls'>,
  { model, text }: { readonly model?: ModelPolicyName | undefined; readonly text?: string | undefined },
): Promise<PolicyDocument> {
  const typed = text?.trim() ?? '';
  if ((model === undefined) === (typed === '')) throw oneOfBoth();
  const document = model === undefined ? written(typed, context) : await loadModelPolicy(model);
  if (Object.values(document.settings).some((given) => given?.overrides?.some((one) => one.account !== undefined))) {
    throw fail.invalid({
      code: 'account-of-a-school',
      message: 'It answers something for one account, and accounts belong to schools.',
      remedy: 'Answer it for a platform or a kind of post instead.',
      fields: [{ field: 'text', message: 'Take out what is answered for a single account.' }],
    });
  }
  const [versions, figures] = await Promise.all([
    trustVersionRows(context.db, { trustId: context.scopeId }),
    figureRows(context.db, context.scopeId),
  ]);
  const wrong = wrongDescent(
    { id: document.id, derivedFrom: document.derivedFrom ?? null },
    {
      models: modelPolicyNames,
      own: versions.map((one) => ({ id: one.document_id, derivedFrom: one.derived_from })),
      schools: figures.flatMap(({ name, value }) => (name === 'policy' ? [documentFigure.parse(value)] : [])),
    },
  );
  if (wrong) throw wrong;
  return document;
}

function written(text: string, { controls }: Pick<Context, 'controls'>): PolicyDocument {
  const known = new Set([...controls.keys(), ...plannedControls.map(({ id }) => id)]);
  const read = readDocument(text, 'policy', known);
  if (read.ok) return read.document;
  throw fail.invalid({
    code: 'policy-not-readable',
    message: 'This cannot be put in force as it stands.',
    remedy: 'Put right what is named, line by line.',
    fields: read.problems.slice(0, FAULTS_TOLD).map(({ line, message, remedy }) => ({
      field: 'text',
      message: `Line ${line}: ${message} ${remedy}`,
    })),
  });
}

const oneOfBoth = () =>
  fail.invalid({
    code: 'model-or-text',
    message: 'Choose a model policy, or paste one of your own: one of the two.',
    remedy: 'Leave the other empty.',
    fields: [{ field: 'model', message: 'Choose a model policy, or paste one of your own: one of the two.' }],
  });
