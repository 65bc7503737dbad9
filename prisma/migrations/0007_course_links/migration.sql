-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_CourseInvite" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "studentId" TEXT,
    "invitedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "usedCount" INTEGER NOT NULL,
    CONSTRAINT "CourseInvite_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Nothing is carried over: no release ever wrote a row of this table.
DROP TABLE "CourseInvite";
ALTER TABLE "new_CourseInvite" RENAME TO "CourseInvite";
CREATE UNIQUE INDEX "CourseInvite_tokenHash_key" ON "CourseInvite"("tokenHash");
CREATE INDEX "CourseInvite_courseId_idx" ON "CourseInvite"("courseId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
