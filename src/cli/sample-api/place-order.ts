import { type Call, type FieldProblem, failure, type Reply } from './exchange.ts';
import type { OrderLine, Shop } from './shop.ts';

/** Places an order: 201 with the order and its location, or 422 with every invalid field. */
export function placeOrder({ shop, customer, body }: Call): Reply {
  const lines = (body as { lines?: unknown } | undefined)?.lines;
  if (!Array.isArray(lines) || lines.length === 0) {
    return failure(422, 'An order has at least one line.', [{ field: 'lines', message: 'must not be empty' }]);
  }
  const problems = lines.flatMap((line, index) => problemsOf(line, { shop, at: `lines[${index}]` }));
  if (problems.length > 0) return failure(422, 'The order cannot be placed as it is.', problems);
  const order = shop.place(
    customer,
    lines.map(({ sku, quantity }: OrderLine) => ({ sku, quantity })),
  );
  return { status: 201, body: order, headers: { location: `/orders/${order.id}` } };
}

function problemsOf(line: unknown, { shop, at }: { readonly shop: Shop; readonly at: string }): FieldProblem[] {
  const { sku, quantity } = (line ?? {}) as { readonly sku?: unknown; readonly quantity?: unknown };
  const problems: FieldProblem[] = [];
  if (typeof sku !== 'string' || shop.product(sku) === undefined) {
    problems.push({ field: `${at}.sku`, message: 'names no product of the catalog' });
  }
  if (!Number.isInteger(quantity) || Number(quantity) < 1) {
    problems.push({ field: `${at}.quantity`, message: 'must be a whole number from 1' });
  }
  return problems;
}
