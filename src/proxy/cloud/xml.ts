import { XMLParser, XMLValidator } from 'fast-xml-parser'

const characters: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/** Decodes XML's five named entities and numeric characters; no others are expanded. */
function decode(text: string): string {
  return text.replace(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/g,
    (written, name?: string, decimal?: string, hexadecimal?: string) => {
      if (name) return characters[name] ?? written
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : written
    },
  )
}

const ignore = () => {}

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  // A number that is parsed loses its leading zero.
  parseTagValue: false,
  entityDecoder: {
    decode,
    setExternalEntities: ignore,
    addInputEntities: ignore,
    reset: ignore,
    setXmlVersion: ignore,
  },
})

/**
 * Reads XML into plain objects: an element without children becomes its text, a repeated element an array.
 * Documents may lack their root element, as in the API's own sample. Null if the XML is not well-formed, or
 * has a document type, which the cloud never sends.
 */
export function readXml(xml: string): unknown {
  const document = `<xml>${xml.replace(/^\s*<\?xml[^>]*\?>/, '')}</xml>`
  if (/<!DOCTYPE/i.test(document) || XMLValidator.validate(document) !== true) return null
  try {
    return parser.parse(document).xml
  } catch {
    // Names like __proto__ and nesting beyond reason.
    return null
  }
}
