import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
} from 'sequelize'
import { database } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'

/** A family of products, or a part of one. Its path is made of its slug and those of its ancestors. */
export class Category extends Model<InferAttributes<Category>, InferCreationAttributes<Category>> {
  declare id: CreationOptional<number>
  declare parentId: number | null
  declare slug: string
  declare path: string
  declare position: number
  declare name: Localised
  declare description: Localised
}

Category.init(
  {
    id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
    parentId: DataTypes.BIGINT,
    slug: { type: DataTypes.TEXT, allowNull: false },
    path: { type: DataTypes.TEXT, allowNull: false },
    position: { type: DataTypes.INTEGER, allowNull: false },
    name: { type: DataTypes.JSONB, allowNull: false },
    description: { type: DataTypes.JSONB, allowNull: false },
  },
  { sequelize: database, schema: 'catalogue', tableName: 'categories', underscored: true },
)
