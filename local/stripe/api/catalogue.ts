import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.js';
import { nowFor } from '../account.js';
import { CATALOGUE, priceObject, productObject } from '../objects/catalogue.js';
import { invalid, missing, missingReference } from '../wire/errors.js';
import { pageOf, pageParams } from '../wire/lists.js';
import { flag, mergedMetadata, metadata, readParams, whole } from '../wire/params.js';
import type { Route } from '../wire/routes.js';

const productFacts = {
  active: flag.optional(),
  description: z.string().optional(),
  metadata: metadata.optional(),
  tax_code: z.string().optional(),
};
const createProductParams = z.strictObject({
  ...productFacts,
  name: z.string().min(1),
  id: z.string().optional(),
});
const updateProductParams = z.strictObject({ ...productFacts, name: z.string().optional() });
const listProductsParams = z.strictObject({
  ...pageParams,
  active: flag.optional(),
  ids: z.array(z.string()).optional(),
});
const createPriceParams = z.strictObject({
  currency: z.string(),
  product: z.string(),
  unit_amount: whole,
  recurring: z.strictObject({
    interval: z.enum(['month', 'year']),
    interval_count: z.literal('1').optional(),
  }),
  lookup_key: z.string().optional(),
  transfer_lookup_key: flag.optional(),
  nickname: z.string().optional(),
  metadata: metadata.optional(),
  tax_behavior: z.enum(['exclusive', 'inclusive', 'unspecified']).optional(),
});
const updatePriceParams = z.strictObject({
  active: flag.optional(),
  lookup_key: z.string().optional(),
  transfer_lookup_key: flag.optional(),
  nickname: z.string().optional(),
  metadata: metadata.optional(),
});
const listPricesParams = z.strictObject({
  ...pageParams,
  active: flag.optional(),
  product: z.string().optional(),
  lookup_keys: z.array(z.string()).max(10).optional(),
  type: z.string().optional(),
  currency: z.string().optional(),
});

/** The products an account of ours has; ids are fixed, because nobody should count on them. */
export function seedCatalogue({ store }: Account, created: number): void {
  for (const { name, lookupKey, unitAmount } of CATALOGUE) {
    const word = name.toLowerCase();
    const product = `leadpulse_${word}`;
    const seeded = { planId: word };
    store.put(
      'product',
      productObject({ id: product, created, name: `LeadPulse ${name}`, metadata: seeded }),
    );
    const id = `price_standin_${word}`;
    store.put(
      'price',
      priceObject({
        id,
        created,
        product,
        unitAmount,
        currency: 'usd',
        interval: 'month',
        metadata: seeded,
        lookupKey,
      }),
    );
  }
}

export function existingPrice({ store }: Account, id: string, param: string): Stripe.Price {
  const price = store.get('price', id);
  if (!price) throw missingReference('price', id, param);
  if (!price.active)
    throw invalid(`The price specified is inactive. This field only accepts active prices.`, param);
  return price;
}

/** A lookup key belongs to one price; it moves only when that is asked for. */
function claimLookupKey({ store }: Account, key: string | undefined, transfer: boolean | undefined): void {
  const owner = key ? store.all('price').find((price) => price.lookup_key === key) : undefined;
  if (!owner) return;
  if (!transfer) {
    throw invalid(
      `A price (\`${owner.id}\`) already uses that lookup key.`,
      'lookup_key',
      'resource_already_exists',
    );
  }
  store.put('price', { ...owner, lookup_key: null });
}

function createPrice(account: Account, params: unknown): Stripe.Price {
  const given = readParams(createPriceParams, params);
  if (!account.store.get('product', given.product))
    throw missingReference('product', given.product, 'product');
  claimLookupKey(account, given.lookup_key, given.transfer_lookup_key);
  const price = priceObject({
    id: account.newId('price'),
    created: nowFor(account),
    product: given.product,
    unitAmount: given.unit_amount,
    currency: given.currency,
    interval: given.recurring.interval,
    lookupKey: given.lookup_key,
    nickname: given.nickname,
    metadata: mergedMetadata({}, given.metadata),
    taxBehavior: given.tax_behavior,
  });
  return account.store.put('price', price);
}

function updatePrice(account: Account, id: string, params: unknown): Stripe.Price {
  const price = account.store.get('price', id);
  if (!price) throw missing('price', id);
  const given = readParams(updatePriceParams, params);
  if (given.lookup_key !== price.lookup_key) {
    claimLookupKey(account, given.lookup_key, given.transfer_lookup_key);
  }
  return account.store.put('price', {
    ...price,
    active: given.active ?? price.active,
    lookup_key: given.lookup_key === undefined ? price.lookup_key : given.lookup_key || null,
    nickname: given.nickname === undefined ? price.nickname : given.nickname || null,
    metadata: mergedMetadata(price.metadata, given.metadata),
  });
}

function listPrices({ store }: Account, params: unknown): object {
  const {
    active,
    product,
    lookup_keys: keys,
    type,
    currency,
    ...page
  } = readParams(listPricesParams, params);
  const fits = (wanted: unknown, value: unknown): boolean => wanted === undefined || wanted === value;
  const prices = store
    .all('price')
    .filter((price) => fits(active, price.active) && fits(product, price.product))
    .filter((price) => fits(type, price.type) && fits(currency, price.currency))
    .filter(({ lookup_key: key }) => keys === undefined || (key !== null && keys.includes(key)));
  return pageOf(prices, page, '/v1/prices');
}

function createProduct(account: Account, params: unknown): Stripe.Product {
  const { id, metadata: given, active, description, name } = readParams(createProductParams, params);
  if (id !== undefined && account.store.get('product', id)) {
    throw invalid('Product already exists.', 'id', 'resource_already_exists');
  }
  const facts = { name, description, active, metadata: mergedMetadata({}, given) };
  const created = nowFor(account);
  return account.store.put('product', productObject({ id: id ?? account.newId('prod'), created, ...facts }));
}

function updateProduct(account: Account, id: string, params: unknown): Stripe.Product {
  const product = account.store.get('product', id);
  if (!product) throw missing('product', id);
  const given = readParams(updateProductParams, params);
  return account.store.put('product', {
    ...product,
    active: given.active ?? product.active,
    name: given.name ?? product.name,
    description: given.description ?? product.description,
    metadata: mergedMetadata(product.metadata, given.metadata),
    updated: nowFor(account),
  });
}

function listProducts({ store }: Account, params: unknown): object {
  const { active, ids, ...page } = readParams(listProductsParams, params);
  const products = store
    .all('product')
    .filter((product) => active === undefined || product.active === active)
    .filter(({ id }) => ids === undefined || ids.includes(id));
  return pageOf(products, page, '/v1/products');
}

function retrieved<T>(found: T | undefined, what: string, id: string): T {
  if (found === undefined) throw missing(what, id);
  return found;
}

export const CATALOGUE_ROUTES: Route[] = [
  { method: 'GET', path: '/v1/products', answer: (account, { params }) => listProducts(account, params) },
  { method: 'POST', path: '/v1/products', answer: (account, { params }) => createProduct(account, params) },
  {
    method: 'GET',
    path: '/v1/products/:id',
    answer: ({ store }, { id }) => retrieved(store.get('product', id), 'product', id),
  },
  {
    method: 'POST',
    path: '/v1/products/:id',
    answer: (account, { id, params }) => updateProduct(account, id, params),
  },
  { method: 'GET', path: '/v1/prices', answer: (account, { params }) => listPrices(account, params) },
  { method: 'POST', path: '/v1/prices', answer: (account, { params }) => createPrice(account, params) },
  {
    method: 'GET',
    path: '/v1/prices/:id',
    answer: ({ store }, { id }) => retrieved(store.get('price', id), 'price', id),
  },
  {
    method: 'POST',
    path: '/v1/prices/:id',
    answer: (account, { id, params }) => updatePrice(account, id, params),
  },
];
