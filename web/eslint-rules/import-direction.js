import path from 'node:path';

const LAYERS = ['shared', 'features', 'app'];

/** Which layer, and which feature, a path below `src` belongs to; null for anything else. */
function placeOf(file) {
  const parts = file.split(path.sep);
  const at = parts.lastIndexOf('src');
  const layer = at < 0 ? undefined : parts[at + 1];
  if (!LAYERS.includes(layer)) return null;
  return { layer, feature: layer === 'features' ? parts[at + 2] : undefined };
}

function resolve(source, file) {
  if (source.startsWith('.')) return path.resolve(path.dirname(file), source);
  if (source.startsWith('@/')) {
    const root = file.slice(0, file.lastIndexOf(`${path.sep}src${path.sep}`));
    return path.join(root, 'src', source.slice(2));
  }
  return null;
}

/** Imports run shared → features → app, and never from one feature to another. */
export const importDirection = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      upwards: '{{from}} must not import from {{to}}: imports run shared → features → app.',
      sideways: 'Feature "{{from}}" must not import from feature "{{to}}". Move what they share to shared/.',
    },
  },
  create(context) {
    const from = placeOf(context.filename);
    if (!from) return {};

    function check(node) {
      if (typeof node.source?.value !== 'string') return;
      const target = resolve(node.source.value, context.filename);
      const to = target && placeOf(target);
      if (!to) return;
      if (LAYERS.indexOf(to.layer) > LAYERS.indexOf(from.layer)) {
        context.report({ node, messageId: 'upwards', data: { from: from.layer, to: to.layer } });
      } else if (from.feature && to.feature && from.feature !== to.feature) {
        context.report({ node, messageId: 'sideways', data: { from: from.feature, to: to.feature } });
      }
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
