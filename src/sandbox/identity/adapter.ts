import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { Database } from '../database.ts'

/** Keeps what the provider must remember (sessions, codes, tokens) in the sandbox's database. */
export function adapterOn({ sql, connection }: Database, now: () => number) {
  connection.exec(SCHEMA)
  const payloadOf = (row: Record<string, unknown> | undefined): AdapterPayload | undefined =>
    row && {
      ...JSON.parse(String(row.payload)),
      ...(row.consumed === null ? {} : { consumed: Number(row.consumed) }),
    }

  return class SandboxAdapter implements Adapter {
    readonly model: string
    constructor(model: string) {
      this.model = model
    }

    async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
      sql.run`DELETE FROM provider_records WHERE until < ${now()}`
      sql.run`INSERT INTO provider_records (model, id, uid, grant_id, payload, until, consumed)
        VALUES (${this.model}, ${id}, ${payload.uid ?? null}, ${payload.grantId ?? null}, ${JSON.stringify(payload)},
          ${now() + (expiresIn || 86_400) * 1_000}, NULL)
        ON CONFLICT (model, id) DO UPDATE SET uid = excluded.uid, grant_id = excluded.grant_id,
          payload = excluded.payload, until = excluded.until`
    }

    async find(id: string): Promise<AdapterPayload | undefined> {
      return payloadOf(
        sql.get`SELECT payload, consumed FROM provider_records WHERE model = ${this.model} AND id = ${id}`,
      )
    }

    async findByUid(uid: string): Promise<AdapterPayload | undefined> {
      return payloadOf(
        sql.get`SELECT payload, consumed FROM provider_records WHERE model = ${this.model} AND uid = ${uid}`,
      )
    }

    async findByUserCode(): Promise<undefined> {
      return undefined
    }

    async consume(id: string): Promise<void> {
      sql.run`UPDATE provider_records SET consumed = ${Math.floor(now() / 1_000)} WHERE model = ${this.model} AND id = ${id}`
    }

    async destroy(id: string): Promise<void> {
      sql.run`DELETE FROM provider_records WHERE model = ${this.model} AND id = ${id}`
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      sql.run`DELETE FROM provider_records WHERE grant_id = ${grantId}`
    }
  }
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS provider_records (
    model TEXT NOT NULL,
    id TEXT NOT NULL,
    uid TEXT,
    grant_id TEXT,
    payload TEXT NOT NULL,
    until INTEGER NOT NULL,
    consumed INTEGER,
    PRIMARY KEY (model, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS provider_records_uid ON provider_records (model, uid);
  CREATE INDEX IF NOT EXISTS provider_records_grant ON provider_records (grant_id);
`
