import { describe, expect, it } from 'vitest'
import { readOrigin } from './address.ts'

describe('readOrigin', () => {
  it.each([
    ['https://desk.example.com', 'https://desk.example.com'],
    ['https://Desk.Example.com:443', 'https://desk.example.com'],
    ['http://127.0.0.1:5173/', 'http://127.0.0.1:5173'],
    ['http://[::1]:80', 'http://[::1]'],
  ])('reads %s as browsers write it', (text, origin) => {
    expect(readOrigin(text)).toBe(origin)
  })

  it.each([
    '',
    '*',
    'null',
    'desk.example.com',
    'localhost:5173',
    'https://*.example.com',
    'https://desk.example.com/app',
    'https://desk.example.com?a=1',
    'https://user:secret@desk.example.com',
    'ftp://desk.example.com',
    'file:///etc',
  ])('refuses %j', (text) => {
    expect(readOrigin(text)).toBeNull()
  })
})
