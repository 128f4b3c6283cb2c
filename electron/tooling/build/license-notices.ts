import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Metafile } from 'esbuild'
import { projectRoot } from '../project-root.ts'

/**
 * The notices that the licences of bundled packages ask for: each package with its version, licence and licence
 * text, sorted by name. The bundler's own account of what went in decides, so nothing is listed or left out by hand.
 */
export function licenseNotices(metafile: Metafile): string {
  const folders = new Set(Object.keys(metafile.inputs).map(packageFolder))
  folders.delete(null)
  const notices = [...(folders as Set<string>)].map(notice).sort()
  return `# Licences of the libraries in Switchyard's processes\n\n${notices.join('\n\n')}\n`
}

const PACKAGE_FOLDER = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//

function packageFolder(input: string): string | null {
  return PACKAGE_FOLDER.exec(input)?.[1] ?? null
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
}

function notice(folder: string): string {
  const absolute = path.join(projectRoot, folder)
  const manifest = JSON.parse(readFileSync(path.join(absolute, 'package.json'), 'utf8')) as Manifest
  const heading = `## ${manifest.name} ${manifest.version} (${manifest.license ?? 'licence as below'})`
  const file = existsSync(absolute) && readdirSync(absolute).find((name) => /^licen[cs]e/i.test(name))
  return file ? `${heading}\n\n${readFileSync(path.join(absolute, file), 'utf8').trim()}` : heading
}
