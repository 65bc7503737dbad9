-- CreateTable
CREATE TABLE "ScanRunRow" (
    "modelId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "head" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    PRIMARY KEY ("modelId", "id"),
    CONSTRAINT "ScanRunRow_modelId_fkey" FOREIGN KEY ("modelId") REFERENCES "SavedModel" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FindingNote" (
    "modelId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    PRIMARY KEY ("modelId", "kind", "key"),
    CONSTRAINT "FindingNote_modelId_fkey" FOREIGN KEY ("modelId") REFERENCES "SavedModel" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EvidenceFile" (
    "modelId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "head" TEXT NOT NULL,
    "content" BLOB NOT NULL,

    PRIMARY KEY ("modelId", "id"),
    CONSTRAINT "EvidenceFile_modelId_fkey" FOREIGN KEY ("modelId") REFERENCES "SavedModel" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ScanRunRow_modelId_number_key" ON "ScanRunRow"("modelId", "number");
