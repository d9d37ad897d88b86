import { type Call, failure, type Reply } from './exchange.ts';
import { placeOrder } from './place-order.ts';
import type { Order } from './shop.ts';

/** An endpoint of the shop. */
export interface Route {
  readonly method: string;
  /** Matches the whole path; the group `id` becomes the call's id. */
  readonly path: RegExp;
  /** Whether the endpoint needs a valid bearer token; without one, the answer is 401. */
  readonly session: boolean;
  answer(call: Call): Reply;
}

/** Every endpoint of the shop. */
export const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/health$/, session: false, answer: () => ({ status: 200, body: { status: 'ok' } }) },
  { method: 'POST', path: /^\/login$/, session: false, answer: login },
  { method: 'GET', path: /^\/customers\/me$/, session: true, answer: readCustomer },
  { method: 'GET', path: /^\/products$/, session: false, answer: listProducts },
  { method: 'GET', path: /^\/products\/(?<id>[^/]+)$/, session: false, answer: readProduct },
  { method: 'POST', path: /^\/orders$/, session: true, answer: placeOrder },
  { method: 'GET', path: /^\/orders$/, session: true, answer: listOrders },
  {
    method: 'GET',
    path: /^\/orders\/(?<id>[^/]+)$/,
    session: true,
    answer: withOrder((order) => ({ status: 200, body: order })),
  },
  { method: 'PATCH', path: /^\/orders\/(?<id>[^/]+)$/, session: true, answer: withOrder(annotate) },
  { method: 'POST', path: /^\/orders\/(?<id>[^/]+)\/cancel$/, session: true, answer: withOrder(cancel) },
];

function login({ shop, body }: Call): Reply {
  const email = (body as { email?: unknown } | undefined)?.email;
  if (typeof email !== 'string')
    return failure(422, 'Give the customer’s email address.', [{ field: 'email', message: 'is required' }]);
  const token = shop.login(email);
  if (token === undefined) return failure(401, 'No customer has this email address.');
  return { status: 200, body: { token, tokenType: 'Bearer', customer: email } };
}

function readCustomer({ customer }: Call): Reply {
  return { status: 200, body: { email: customer } };
}

function listProducts({ shop, query }: Call): Reply {
  const page = wholeNumber(query.get('page') ?? '1');
  const pageSize = wholeNumber(query.get('pageSize') ?? '3');
  if (page === undefined || pageSize === undefined) {
    return failure(422, 'page and pageSize are whole numbers from 1.', [
      { field: 'page', message: 'must be 1 or more' },
    ]);
  }
  const all = shop.products(query.get('category') ?? undefined);
  const items = all.slice((page - 1) * pageSize, page * pageSize);
  return { status: 200, body: { items, page, pageSize, total: all.length, pages: Math.ceil(all.length / pageSize) } };
}

function readProduct({ shop, id }: Call): Reply {
  const product = shop.product(id);
  return product ? { status: 200, body: product } : failure(404, `There is no product ${id}.`);
}

function listOrders({ shop, customer, query }: Call): Reply {
  const status = query.get('status');
  const items = shop.orders(customer).filter((order) => status === null || order.status === status);
  return {
    status: 200,
    body: { items: items.slice(0, wholeNumber(query.get('limit') ?? '') ?? 20), total: items.length },
  };
}

function annotate(order: Order, { shop, body }: Call): Reply {
  const note = (body as { note?: unknown } | undefined)?.note;
  if (typeof note !== 'string')
    return failure(422, 'Only the note of an order can change.', [{ field: 'note', message: 'must be text' }]);
  if (order.status === 'cancelled') return failure(409, `Order ${order.id} is cancelled and cannot change.`);
  const annotated = { ...order, note };
  shop.replace(annotated);
  return { status: 200, body: annotated };
}

function cancel(order: Order, { shop }: Call): Reply {
  if (order.status === 'cancelled') return failure(409, `Order ${order.id} is cancelled already.`);
  const cancelled: Order = { ...order, status: 'cancelled' };
  shop.replace(cancelled);
  return { status: 200, body: cancelled };
}

function withOrder(answer: (order: Order, call: Call) => Reply): (call: Call) => Reply {
  return (call) => {
    const order = call.shop.order(call.customer, call.id);
    return order ? answer(order, call) : failure(404, `There is no order ${call.id}.`);
  };
}

function wholeNumber(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
