import { statfsSync } from 'node:fs'

/** File system numbers of Linux's statfs(2): NFS, SMB, CIFS, SMB2, AFS, Ceph, NCP. */
const NETWORK_TYPES = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x564c])

/**
 * True where a folder is known to lie on another machine, on which the shared memory of write-ahead logging does not
 * work. Only Linux numbers its file systems; Windows names them in the path; elsewhere the answer is false.
 */
export function isNetworkFolder(folder: string): boolean {
  if (process.platform === 'win32') return folder.startsWith('\\\\')
  if (process.platform !== 'linux') return false
  return NETWORK_TYPES.has(statfsSync(folder).type >>> 0)
}
