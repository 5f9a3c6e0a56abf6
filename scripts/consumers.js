// Reads files with citation-js; run by consumers.py with a JSON map from format to path as argument
// and citation-js in the folder NODE_PATH. Prints JSON: {format: {entries, warnings}}.
const fs = require('fs')
const { Cite, logger } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')
require('@citation-js/plugin-csl')

const TYPES = { bib: '@bibtex/text', biblatex: '@biblatex/text', ris: '@ris/file' }
let warnings = []
logger.level = 'warn'
logger._console = { log: (...parts) => warnings.push(parts.join(' ')) }
for (const level of ['warn', 'error']) {
  console[level] = (...parts) => warnings.push(parts.join(' '))
}

const found = {}
for (const [format, path] of Object.entries(JSON.parse(process.argv[2]))) {
  warnings = []
  let entries = 0
  try {
    const options = TYPES[format] ? { forceType: TYPES[format] } : {}
    entries = new Cite(fs.readFileSync(path, 'utf8'), options).data.length
  } catch (error) {
    warnings.push(String(error))
  }
  found[format] = { entries, warnings }
}
process.stdout.write(JSON.stringify(found))
