import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
} from 'sequelize'
import { database } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'
import { cleanHtml } from './clean-html.ts'
import type { ProductDraft } from './product-draft.ts'
import { mergeTexts } from './texts.ts'

/** What is sold, in one or several variants. */
export class Product extends Model<InferAttributes<Product>, InferCreationAttributes<Product>> {
  declare id: CreationOptional<number>
  declare slug: string
  declare categoryId: number
  declare brand: string
  declare title: Localised
  declare summary: Localised
  declare description: Localised
  declare specification: { name: Localised; value: Localised }[]
  declare featured: boolean
  declare type: string
  declare taxonomy: string
  declare tags: string[]
  declare seoTitle: Localised
  declare seoDescription: Localised
  declare accessibility: Localised
  declare status: CreationOptional<NonNullable<ProductDraft['status']>>
  declare publishedAt: Date | null
  declare withdrawnAt: Date | null
  declare version: CreationOptional<number>
  declare updatedAt: CreationOptional<Date>

  /**
   * Takes over what the draft says. Languages that it does not speak stay as they are.
   * @param now When the transaction began: what is published in it is on show at once.
   */
  take(draft: ProductDraft, now: Date): void {
    this.categoryId = draft.categoryId
    if (draft.brand !== undefined) this.brand = draft.brand
    this.title = mergeTexts(this.title, draft.title)
    this.summary = mergeTexts(this.summary, draft.summary)
    this.description = mergeTexts(this.description, cleanHtml(draft.description))
    if (draft.specification) this.specification = draft.specification
    if (draft.featured !== undefined) this.featured = draft.featured
    this.takeMore(draft)
    if (draft.status) this.status = draft.status
    this.publish(draft.published, now)
    if (draft.withdrawn !== undefined) this.withdrawnAt = draft.withdrawn
  }

  /** What only some drafts speak of. */
  private takeMore({ type, taxonomy, tags, ...texts }: ProductDraft): void {
    if (type !== undefined) this.type = type
    if (taxonomy !== undefined) this.taxonomy = taxonomy
    if (tags) this.tags = tags
    if (texts.seoTitle) this.seoTitle = mergeTexts(this.seoTitle, texts.seoTitle)
    if (texts.seoDescription) this.seoDescription = mergeTexts(this.seoDescription, texts.seoDescription)
    if (texts.accessibility) this.accessibility = mergeTexts(this.accessibility, texts.accessibility)
  }

  /** A product keeps the day on which it was published first, for that makes it new or old. */
  publish(published: boolean | Date, now: Date): void {
    if (published === false) this.publishedAt = null
    else if (published !== true) this.publishedAt = published
    else this.publishedAt ??= now
  }
}

Product.init(
  {
    id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
    slug: { type: DataTypes.TEXT, allowNull: false },
    categoryId: { type: DataTypes.BIGINT, allowNull: false },
    brand: { type: DataTypes.TEXT, allowNull: false },
    title: { type: DataTypes.JSONB, allowNull: false },
    summary: { type: DataTypes.JSONB, allowNull: false },
    description: { type: DataTypes.JSONB, allowNull: false },
    specification: { type: DataTypes.JSONB, allowNull: false },
    featured: { type: DataTypes.BOOLEAN, allowNull: false },
    type: { type: DataTypes.TEXT, allowNull: false },
    taxonomy: { type: DataTypes.TEXT, allowNull: false },
    tags: { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false },
    seoTitle: { type: DataTypes.JSONB, allowNull: false },
    seoDescription: { type: DataTypes.JSONB, allowNull: false },
    accessibility: { type: DataTypes.JSONB, allowNull: false },
    status: { type: DataTypes.TEXT, allowNull: false },
    publishedAt: DataTypes.DATE,
    withdrawnAt: DataTypes.DATE,
    version: { type: DataTypes.INTEGER, allowNull: false },
    updatedAt: DataTypes.DATE,
  },
  { sequelize: database, schema: 'catalogue', tableName: 'products', underscored: true },
)
