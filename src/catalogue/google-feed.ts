import { config } from '../platform/config.ts'
import { addressIn } from '../platform/locale.ts'
import { translator } from '../platform/messages.ts'
import { escapeXml, xmlElement } from '../platform/xml.ts'
import { feedItem } from './feed-item.ts'
import { type FeedPlace, feedVariants } from './feed-variants.ts'
import type { Locality } from './locality.ts'

const VARIANTS_A_PIECE = 1_000

/**
 * Every variant on show in the format that Google Merchant reads (RSS 2.0), in one language and one currency: a
 * piece and a statement for each thousand of them, so that it takes no more memory for more goods.
 */
export async function* googleFeed(locality: Locality): AsyncGenerator<string> {
  const t = translator(locality.locale)
  const home = config.baseUrl + addressIn(locality.locale, '/')
  let after: FeedPlace | undefined = { productId: 0, id: 0 }
  let before = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
<channel>
${xmlElement('title', t('layouts.name'))}<link>${escapeXml(home)}</link>
${xmlElement('description', t('catalogue.home.description'))}`
  while (after) {
    const variants = await feedVariants(after, VARIANTS_A_PIECE, locality)
    yield before + variants.map((variant) => feedItem(variant, locality)).join('')
    before = ''
    after = variants.length === VARIANTS_A_PIECE ? variants.at(-1) : undefined
  }
  yield '</channel>\n</rss>\n'
}
