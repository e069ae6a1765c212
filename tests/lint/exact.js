// Lint rule: inside the core only arithmetic that every JavaScript engine computes to the same bit.
const EXACT = new Set(
  'abs ceil clz32 floor fround imul max min round sign sqrt trunc PI SQRT2 SQRT1_2 E LN2 LN10'.split(' '),
)
const message = (name) => `${name} differs between JavaScript engines in the last bit: use scoring/math`

const rule = {
  create(context) {
    const report = (node, name) => context.report({ node, message: message(name) })
    return {
      BinaryExpression(node) {
        if (node.operator === '**') report(node, '**')
      },
      AssignmentExpression(node) {
        if (node.operator === '**=') report(node, '**=')
      },
      MemberExpression(node) {
        if (node.object.type !== 'Identifier' || node.object.name !== 'Math') return
        const name = node.computed ? 'Math[...]' : node.property.name
        if (node.computed || !EXACT.has(name)) report(node, node.computed ? name : `Math.${name}`)
      },
      VariableDeclarator(node) {
        if (node.init?.type !== 'Identifier' || node.init.name !== 'Math' || node.id.type !== 'ObjectPattern') return
        for (const p of node.id.properties) {
          const name = p.key?.name ?? '...'
          if (!EXACT.has(name)) report(p, `Math.${name}`)
        }
      },
    }
  },
}

export default { meta: { name: 'exact' }, rules: { 'exact-math': rule } }
