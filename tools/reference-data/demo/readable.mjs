// JSON as people read it: what fits into a line stands in one, lists of rows have a row a line.
const width = 230;

const oneLine = (value) => {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (value && typeof value === 'object') return `{ ${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${oneLine(inner)}`).join(', ')} }`;
  return JSON.stringify(value);
};

const lines = (value, indent) => {
  const line = oneLine(value);
  if (!value || typeof value !== 'object' || (indent && indent.length + line.length <= width && !hasRows(value))) return line;
  const inner = indent + '  ';
  const isList = Array.isArray(value);
  const entries = isList
    ? value.map((item) => inner + lines(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${lines(item, inner)}`);
  return `${isList ? '[' : '{'}\n${entries.join(',\n')}\n${indent}${isList ? ']' : '}'}`;
};

/** A list of objects, or an object with one, is easier to read with a line for each. */
const hasRows = (value) => (Array.isArray(value)
  ? value.length > 1 && value.every((item) => item && typeof item === 'object')
  : Object.values(value).some((item) => Array.isArray(item) && hasRows(item)));

export const readable = (value) => lines(value, '') + '\n';
