/** The sample answers of the API page, unchanged: they differ from the page's own table. */

export const seedJson = {
  RequestId: 'EEEE671A-3E24-4A04-81E6-6C4F5B39DF75',
  HttpStatusCode: 200,
  Data: {
    Callee: { Number: 13888888888, City: '北京', Province: '北京' },
    Caller: { Number: 1089898989, City: '北京', Province: '北京' },
  },
  Code: 'OK',
}

/** With the root element that the page leaves out; without it no parser would accept the sample. */
export const seedXml = `<?xml version="1.0" encoding="UTF-8"?>
<PickOutboundNumbersResponse>
<RequestId>EEEE671A-3E24-4A04-81E6-6C4F5B39DF75</RequestId>
<HttpStatusCode>200</HttpStatusCode>
<Data>
    <Callee>
        <Number>13888888888</Number>
        <City>北京</City>
        <Province>北京</Province>
    </Callee>
    <Caller>
        <Number>1089898989</Number>
        <City>北京</City>
        <Province>北京</Province>
    </Caller>
</Data>
<Code>OK</Code>
</PickOutboundNumbersResponse>
`

/** The XML as a proxy turns it into JSON: XML has no numbers, only text. */
export const seedXmlAsJson = {
  RequestId: 'EEEE671A-3E24-4A04-81E6-6C4F5B39DF75',
  HttpStatusCode: '200',
  Data: {
    Callee: { Number: '13888888888', City: '北京', Province: '北京' },
    Caller: { Number: '1089898989', City: '北京', Province: '北京' },
  },
  Code: 'OK',
}
