import { randomUUID } from 'node:crypto'
import { AppError } from '../../../shared/contract/errors.ts'
import { inspectTable } from '../import/mapping/inspect-table.ts'
import { openSource } from '../import/source/open-source.ts'
import { DEFINITION_FIELD } from '../mapping/mapping-cells.ts'
import type { MappingDefinition } from '../mapping/materialise-mapping.ts'
import { readMappings } from '../mapping/read-mappings.ts'
import { headsOf } from '../oplog/heads.ts'
import { DELETED_FIELD, type Deletion } from '../oplog/is-deleted.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { writeEdit } from './write-edit.ts'
import type { WriterContext } from './writer-context.ts'

type MappingMethod = Extract<keyof HandlersOfKind<'command'>, `mappings.${string}` | 'imports.inspect'>

/** What looks at the columns of a table, and keeps what they become under a name. */
export function mappingHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, MappingMethod> {
  const { db, referenceFolder } = context
  return {
    'imports.inspect': async ({ grant, mapping }) => {
      const source = await openSource(context.fileOf(grant))
      return await inspectTable(source, { referenceFolder, saved: readMappings(db), given: mapping })
    },

    'mappings.save': ({ name, mapping }) => {
      let mappingId = ''
      const result = writeEdit(context, 'The mapping', () => {
        const current = readMappings(db).find((each) => nameKey(each.name) === nameKey(name))
        mappingId = current?.mappingId ?? randomUUID()
        const definition: MappingDefinition = { name, mapping }
        return {
          label: `${current ? 'Save' : 'Add'} mapping ${name}`,
          changes: [{ entity: 'mapping', rowId: mappingId, field: DEFINITION_FIELD, value: definition }],
        }
      })
      return { ...result, mappingId }
    },

    'mappings.remove': ({ mappingId }) =>
      writeEdit(context, 'The mapping', () => {
        const current = readMappings(db).find((each) => each.mappingId === mappingId)
        if (!current) throw new AppError('not_found', 'The catalog has no such mapping any more; choose another one.')
        const deletion: Deletion = {
          saw: headsOf(db, { entity: 'mapping', rowId: mappingId, field: DEFINITION_FIELD }),
        }
        return {
          label: `Delete mapping ${current.name}`,
          changes: [{ entity: 'mapping', rowId: mappingId, field: DELETED_FIELD, value: deletion }],
        }
      }),
  }
}

function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase()
}
