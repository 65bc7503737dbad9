-- DropIndex
DROP INDEX "SavedModel_workspaceId_archivedAt_idx";

-- AlterTable
ALTER TABLE "SavedModel" ADD COLUMN "deletedAt" DATETIME;
ALTER TABLE "SavedModel" ADD COLUMN "deletedBy" TEXT;
ALTER TABLE "SavedModel" ADD COLUMN "purgedAt" DATETIME;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN "workspaceId" TEXT;

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "invitedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "usedAt" DATETIME,
    "usedBy" TEXT,
    CONSTRAINT "Invitation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NamedVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "modelId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "keptBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "NamedVersion_modelId_fkey" FOREIGN KEY ("modelId") REFERENCES "SavedModel" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_workspaceId_idx" ON "Invitation"("workspaceId");

-- CreateIndex
CREATE INDEX "NamedVersion_modelId_idx" ON "NamedVersion"("modelId");

-- CreateIndex
CREATE INDEX "SavedModel_workspaceId_deletedAt_idx" ON "SavedModel"("workspaceId", "deletedAt");

-- CreateIndex
CREATE INDEX "SavedModel_deletedAt_purgedAt_idx" ON "SavedModel"("deletedAt", "purgedAt");

-- What was deleted before had no bin: it went at once, and its head says so now.
UPDATE "SavedModel" SET "deletedAt" = "archivedAt", "purgedAt" = "archivedAt", "archivedAt" = NULL WHERE "archivedAt" IS NOT NULL;
