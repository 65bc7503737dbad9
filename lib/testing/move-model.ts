import Database from 'better-sqlite3'

/** Puts a model of a running server into a workspace of somebody else, as no command of the server does. */
export function moveToOtherWorkspace(databaseFile: string, modelId: string): void {
  const db = new Database(databaseFile, { fileMustExist: true, timeout: 5000 })
  try {
    db.prepare("INSERT OR IGNORE INTO Workspace (id, name, createdAt) VALUES ('other', 'Other', ?)").run(
      new Date().toISOString(),
    )
    const { changes } = db.prepare("UPDATE SavedModel SET workspaceId = 'other' WHERE id = ?").run(modelId)
    if (changes !== 1) throw new Error(`There is no model ${modelId}.`)
  } finally {
    db.close()
  }
}
