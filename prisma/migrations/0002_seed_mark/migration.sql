-- CreateTable
CREATE TABLE "SeedMark" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "digest" TEXT NOT NULL
);
