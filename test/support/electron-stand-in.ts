import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createPackage } from '@electron/asar'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

/** Marks the place in Electron's executable where the states of its fuses lie. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSE_VERSION = 1
/** Electron's own defaults, in the order of its fuse list. */
const DEFAULT_FUSES = '101100011'

/**
 * A folder that the packager takes for an unpacked Electron: it holds what is copied, renamed and altered, and
 * nothing that runs.
 */
export async function writeElectronStandIn(folder: string, platform: 'linux' | 'win32'): Promise<void> {
  const resources = path.join(folder, 'resources')
  const locales = path.join(folder, 'locales')
  const empty = path.join(folder, 'empty-app')
  for (const each of [resources, locales, empty]) mkdirSync(each, { recursive: true })
  const executable = platform === 'win32' ? 'electron.exe' : 'electron'
  writeFileSync(path.join(folder, executable), executableBytes(platform), { mode: 0o755 })
  writeFileSync(path.join(folder, 'version'), '45.4.1')
  writeFileSync(path.join(folder, 'LICENSE'), 'stand-in')
  for (const language of ['de', 'en-US']) writeFileSync(path.join(locales, `${language}.pak`), '')
  writeFileSync(path.join(empty, 'package.json'), '{"name":"empty","main":"main.js"}')
  await createPackage(empty, path.join(resources, 'default_app.asar'))
  rmSync(empty, { recursive: true })
}

function executableBytes(platform: 'linux' | 'win32'): Buffer {
  return Buffer.concat([
    platform === 'win32' ? emptyWindowsProgram() : Buffer.from('#!/bin/sh\n'),
    Buffer.from(FUSE_SENTINEL),
    Buffer.from([FUSE_VERSION, DEFAULT_FUSES.length]),
    Buffer.from(`${DEFAULT_FUSES}\n`),
  ])
}

/** A well-formed executable with the version resource that the packager writes the archive's hash beside. */
function emptyWindowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.create(1033, {}, [
    { lang: 1033, codepage: 1200, values: { ProductName: 'stand-in' } },
  ])
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.from(program.generate())
}
