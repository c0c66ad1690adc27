import { fireEvent, render, screen } from '@testing-library/react'
import { setupServer } from 'msw/node'
import { createProxyClient, OutboundNumberPicker } from 'outbound-number-picker'
import { createHandlers } from 'outbound-number-picker/mocks'

const server = setupServer(...createHandlers())
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterAll(() => server.close())

// In Node an address has to be complete, with jsdom too.
const client = createProxyClient({ endpoint: 'http://localhost/aliyun/ccc/api' })

test('the customer sees a number of their own city', async () => {
  const onDial = jest.fn()
  render(
    <OutboundNumberPicker
      client={client}
      userId="agent@ccc-test"
      defaultCallee="13888888888"
      onDial={onDial}
    />,
  )
  fireEvent.click(await screen.findByRole('radio', { name: '010 8989 8989 北京 同城' }))
  fireEvent.click(screen.getByRole('button', { name: '拨打' }))
  expect(onDial).toHaveBeenCalledWith(
    expect.objectContaining({ callee: '13888888888', caller: '01089898989' }),
  )
})
