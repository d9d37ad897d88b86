/** A product of the shop. */
export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly priceCents: number;
}

/** The catalog. It never changes, so that tests can rely on it. */
export const PRODUCTS: readonly Product[] = [
  { sku: 'MUG-01', name: 'Enamel mug', category: 'kitchen', priceCents: 1250 },
  { sku: 'MUG-02', name: 'Stoneware mug', category: 'kitchen', priceCents: 1900 },
  { sku: 'TEA-01', name: 'Assam, 250 g', category: 'pantry', priceCents: 890 },
  { sku: 'TEA-02', name: 'Sencha, 100 g', category: 'pantry', priceCents: 1190 },
  { sku: 'POT-01', name: 'Teapot, 1.2 l', category: 'kitchen', priceCents: 4900 },
  { sku: 'BAG-01', name: 'Canvas bag', category: 'home', priceCents: 1500 },
  { sku: 'LMP-01', name: 'Reading lamp', category: 'home', priceCents: 7900 },
];
