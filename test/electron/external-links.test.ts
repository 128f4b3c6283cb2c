import { describe, expect, it } from 'vitest'
import { externalLink } from '../../electron/main/external-links.ts'

describe('a link that leaves the app', () => {
  it.each([
    ['https://www.ercot.com/gridinfo?x=1#top', 'www.ercot.com'],
    ['https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
    ['HTTPS://Example.COM:8443/a b', 'example.com:8443'],
    ['https://EXAMPLE.com\\@evil.test/', 'example.com'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
  ])('%s opens, named by its true host %s', (address, host) => {
    expect(externalLink(address)?.host).toBe(host)
  })

  it('is rebuilt from its parts and not passed on as it was written', () => {
    expect(externalLink(' https://example.com/a b"c\n')?.address).toBe('https://example.com/a%20b%22c')
  })

  it.each([
    'http://example.com/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://server/share',
    'ms-msdt:/id PCWDiagnostic',
    'ms-officecmd:{}',
    'search-ms:query=x',
    'vbscript:x',
    'data:text/html,x',
    'mailto:someone@example.com',
    'app://bundle/index.html',
    'https://a@b.test/',
    'https://example.com:443@evil.test/',
    'https://:secret@evil.test/',
    'https://',
    'https:',
    'example.com',
    '//example.com/',
    '',
    `https://example.com/${'a'.repeat(2_000)}`,
    // Short as written, long once encoded.
    `https://example.com/${'ü'.repeat(400)}`,
  ])('%j does not open', (address) => {
    expect(externalLink(address)).toBeNull()
  })
})
