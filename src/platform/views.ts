import { join } from 'node:path'
import { Eta } from 'eta'
import { config } from './config.ts'

export type Model = Record<string, unknown>

/** What every template has at hand beside its own inputs, as `page`, `t`, `url`, `asset` and `format`. */
export const AMBIENT = 'const { page } = it; const { t, url, asset, format } = page;'

const strictIncludes = {
  processFnString: (source: string) =>
    source
      .replaceAll('{...it, ...(__eta_d ?? {})}', '{ page: it.page, ...__eta_d }')
      .replaceAll('{...it, body: ', '{ page: it.page, body: '),
}

/**
 * The templates. Strict where Eta is lenient: a partial or a layout sees what it is handed and the ambient
 * `page`, nothing of its parent; and reading an input that was not handed over is an error, not
 * the word "undefined" on a page.
 */
export function createTemplates(folder: string) {
  const eta = new Eta({
    views: folder,
    cache: config.production,
    debug: !config.production,
    functionHeader: AMBIENT,
    plugins: [strictIncludes],
  })
  const render = eta.render
  eta.render = (template, data, meta) =>
    render.call(eta, template, onlyWhatIsHanded(data, String(template)), meta)
  return (template: string, model: Model) => eta.render(`/${template}`, model)
}

/** The shop's own templates, in `views/`. */
export const renderTemplate = createTemplates(join(import.meta.dirname, '../../views'))

function onlyWhatIsHanded(data: object, template: string) {
  return new Proxy(data, {
    get(handed, name) {
      if (typeof name === 'string' && !(name in handed) && name !== '__blocks') {
        throw new Error(`The template ${template} reads "${name}", which it was not handed`)
      }
      return Reflect.get(handed, name)
    },
  })
}
