import { randomUUID } from 'node:crypto';
import { PRODUCTS, type Product } from './products.ts';

/** A quantity of one product. */
export interface OrderLine {
  readonly sku: string;
  readonly quantity: number;
}

/** A stored order. */
export interface Order {
  readonly id: string;
  readonly customer: string;
  readonly status: 'open' | 'cancelled';
  readonly lines: readonly (OrderLine & { readonly priceCents: number })[];
  readonly totalCents: number;
  readonly note: string | null;
}

/** The shop's data, in memory. Customers see only their own orders. */
export interface Shop {
  /** Opens a session for the email address of a known customer, and returns its token; undefined for other addresses. */
  login(email: string): string | undefined;
  /** The email address of the customer to whom a token belongs. */
  customerOf(token: string): string | undefined;
  product(sku: string): Product | undefined;
  products(category?: string): readonly Product[];
  /** Stores an order; every line has to name a product of the catalog. */
  place(customer: string, lines: readonly OrderLine[]): Order;
  order(customer: string, id: string): Order | undefined;
  /** A customer's orders, newest first. */
  orders(customer: string): readonly Order[];
  replace(order: Order): void;
}

const CUSTOMERS: ReadonlySet<string> = new Set(['ada@example.com', 'grace@example.com']);

/** A shop with the built-in catalog, two known customers and no orders yet. */
export function createShop(): Shop {
  const sessions = new Map<string, string>();
  const orders = new Map<string, Order>();

  function login(email: string): string | undefined {
    if (!CUSTOMERS.has(email)) return undefined;
    const token = randomUUID();
    sessions.set(token, email);
    return token;
  }

  function place(customer: string, lines: readonly OrderLine[]): Order {
    const priced = lines.map((line) => ({ ...line, priceCents: productOf(line.sku)?.priceCents ?? 0 }));
    const totalCents = priced.reduce((sum, line) => sum + line.quantity * line.priceCents, 0);
    const order: Order = {
      id: `ord-${1001 + orders.size}`,
      customer,
      status: 'open',
      lines: priced,
      totalCents,
      note: null,
    };
    orders.set(order.id, order);
    return order;
  }

  const ordersOf = (customer: string) => [...orders.values()].filter((order) => order.customer === customer).reverse();

  return {
    login,
    customerOf: (token) => sessions.get(token),
    product: productOf,
    products: (category) => PRODUCTS.filter((product) => category === undefined || product.category === category),
    place,
    order: (customer, id) => ordersOf(customer).find((order) => order.id === id),
    orders: ordersOf,
    replace: (order) => void orders.set(order.id, order),
  };
}

function productOf(sku: string): Product | undefined {
  return PRODUCTS.find((product) => product.sku === sku);
}
