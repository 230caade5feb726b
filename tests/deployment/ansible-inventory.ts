import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { freePorts } from '../support/services/ports.ts'
import type { Machine } from './ansible-machine.ts'

const secret = () => randomBytes(24).toString('hex')

/** What no playbook may say. */
export const secrets = { database: secret(), redis: secret(), session: secret(), payments: secret() }

export type Ports = Awaited<ReturnType<typeof choosePorts>>

/** The machines share this one's network. */
export async function choosePorts() {
  const first = await freePorts(5)
  return { postgresql: first, redis: first + 1, shop: first + 2, http: first + 3, https: first + 4 }
}

/** What an operator writes down: a machine for each playbook, and what has no default. */
export function inventoryOf(
  machines: Record<'image' | 'operations' | 'server', Machine>,
  ports: Ports,
  files: { shop_bundle: string; shop_node_archive: string },
) {
  const shop_settings = {
    BASE_URL: `https://localhost:${ports.https}`,
    SESSION_SECRET: secrets.session,
    OIDC_ISSUER: 'https://accounts.example.com',
    OIDC_CLIENT_ID: 'purveyor',
    OIDC_CLIENT_SECRET: secrets.payments,
    STRIPE_SECRET_KEY: secrets.payments,
    STRIPE_WEBHOOK_SECRET: secrets.payments,
    MAIL_FROM: 'Käse & "Brot" $HOME <shop@example.com>',
    SMTP_URL: 'smtp://127.0.0.1:1',
  }
  const DATABASE_URL = `postgres://purveyor:${secrets.database}@127.0.0.1:${ports.postgresql}/purveyor`
  const groups = {
    images: machine(machines.image, { baseline_cloudwatch: true }),
    operations: machine(machines.operations, {
      ...files,
      shop_settings: { ...shop_settings, DATABASE_URL },
    }),
    single_servers: machine(machines.server, {
      ...files,
      shop_port: ports.shop,
      shop_settings,
      postgresql_port: ports.postgresql,
      postgresql_password: secrets.database,
      postgresql_shared_buffers: '64MB',
      redis_port: ports.redis,
      redis_password: secrets.redis,
      nginx_http_port: ports.http,
      nginx_https_port: ports.https,
      nginx_certificate: '/etc/certificate/certificate.pem',
      nginx_certificate_key: '/etc/certificate/key.pem',
      backups_copy: 'cp -r "$1" /srv/',
    }),
  }
  return { all: { children: groups } }
}

function machine({ folder }: Machine, told: object) {
  const reached = {
    ansible_connection: 'community.general.chroot',
    ansible_host: folder,
    ansible_python_interpreter: '/usr/bin/python3',
  }
  return { hosts: { [`${basename(folder)}.test`]: { ...reached, ...told } } }
}
