-- AlterTable
ALTER TABLE "CataloguePack" ADD COLUMN "workspaceId" TEXT;

-- CreateTable
CREATE TABLE "WorkspaceCatalogue" (
    "workspaceId" TEXT NOT NULL PRIMARY KEY,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "baseHash" TEXT NOT NULL,
    "packHash" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "updatedBy" TEXT NOT NULL,
    CONSTRAINT "WorkspaceCatalogue_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CataloguePack_workspaceId_idx" ON "CataloguePack"("workspaceId");
