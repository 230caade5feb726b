import { rows, type Transaction } from '../platform/database.ts'

/** Counts a review's stars in (1) or out (-1), in the transaction that shows or hides it. Locks the product's tally. */
export async function countStars(
  tx: Transaction,
  { productId, stars }: { productId: number; stars: number },
  by: 1 | -1,
): Promise<void> {
  await rows(
    'insert into reviews.tallies (product_id) values ($productId) on conflict do nothing',
    { productId },
    tx,
  )
  await rows(
    `update reviews.tallies set
       one = one + case $stars::integer when 1 then $by::integer else 0 end,
       two = two + case $stars when 2 then $by else 0 end,
       three = three + case $stars when 3 then $by else 0 end,
       four = four + case $stars when 4 then $by else 0 end,
       five = five + case $stars when 5 then $by else 0 end
     where product_id = $productId`,
    { productId, stars, by },
    tx,
  )
}
