// An example to try, made from the fields that an action needs.
import { inputFields, type Field } from '../fields.ts';
import type { ActionRoute } from '../routes.ts';

/** A `curl` command with `$GATEPOST` for the address and `$TOKEN` for the access token. */
export function exampleOf({ action, method, path, params }: ActionRoute): string {
  const fields = inputFields(action.input).filter((field) => field.required && !params.includes(field.name));
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
  const isGet = method === 'GET';
  const query = isGet
    ? fields.map((field) => `${field.name}=${encodeURIComponent(String(sample(field)))}`).join('&')
    : '';
  const lines = [
    `curl${isGet ? '' : ` -X ${method}`} "$GATEPOST/api${place}${query && `?${query}`}"`,
    '-H "Authorization: Bearer $TOKEN"',
  ];
  if (!isGet && fields.length > 0) {
    const body = JSON.stringify(
      Object.fromEntries(fields.map((field) => [field.name, field.list ? [sample(field)] : sample(field)])),
    );
    lines.push('-H "Content-Type: application/json"', `-d '${body}'`);
  }
  return lines.join(' \\\n  ');
}

function sample(field: Field): unknown {
  const [value] = field.values;
  switch (field.kind) {
    case 'number':
      return Number(value ?? 1);
    case 'boolean':
      return true;
    case 'json':
      return {};
    case 'text':
      return value ?? '…';
  }
}
