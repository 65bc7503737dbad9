-- CreateTable
CREATE TABLE "Course" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "courseId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("courseId", "userId"),
    CONSTRAINT "Enrolment_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Enrolment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CourseStudent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "courseId" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "userId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "CourseStudent_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CourseInvite" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "courseId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "studentId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "CourseInvite_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "courseId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "instructions" TEXT NOT NULL,
    "rubricVersion" INTEGER NOT NULL,
    "isAnonymous" BOOLEAN NOT NULL,
    "hasSecondMarker" BOOLEAN NOT NULL,
    "dueAt" DATETIME,
    "releasedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME,
    CONSTRAINT "Assignment_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RubricVersion" (
    "assignmentId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("assignmentId", "version"),
    CONSTRAINT "RubricVersion_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StudentAlias" (
    "assignmentId" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,

    PRIMARY KEY ("assignmentId", "alias"),
    CONSTRAINT "StudentAlias_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StudentAlias_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "CourseStudent" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Work" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assignmentId" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "isLatest" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "unreadable" TEXT,
    "words" INTEGER NOT NULL,
    "threatCount" INTEGER NOT NULL,
    "findingCount" INTEGER NOT NULL,
    "claimCount" INTEGER NOT NULL,
    "checksMet" INTEGER NOT NULL,
    "checksMissed" INTEGER NOT NULL,
    "checksOpen" INTEGER NOT NULL,
    "checkedVersion" INTEGER NOT NULL,
    CONSTRAINT "Work_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkContent" (
    "workId" TEXT NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    "files" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "checks" TEXT NOT NULL,
    "claims" TEXT NOT NULL,
    CONSTRAINT "WorkContent_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Review" (
    "workId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "isOpen" BOOLEAN NOT NULL,
    "reviewerId" TEXT,
    "leaseUntil" DATETIME,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "seconds" INTEGER NOT NULL,
    "points" REAL,
    "verdict" TEXT,
    "summary" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    PRIMARY KEY ("workId", "slot"),
    CONSTRAINT "Review_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Mark" (
    "workId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "criterionId" TEXT NOT NULL,
    "levelId" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL,

    PRIMARY KEY ("workId", "slot", "criterionId"),
    CONSTRAINT "Mark_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "firstLine" INTEGER NOT NULL,
    "lastLine" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "WorkNote_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Correction" (
    "workId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("workId", "seq"),
    CONSTRAINT "Correction_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BankComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assignmentId" TEXT NOT NULL,
    "criterionId" TEXT,
    "text" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "BankComment_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FinePair" (
    "assignmentId" TEXT NOT NULL,
    "firstId" TEXT NOT NULL,
    "secondId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("assignmentId", "firstId", "secondId"),
    CONSTRAINT "FinePair_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IntakeFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assignmentId" TEXT NOT NULL,
    "batchId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "workId" TEXT,
    "text" TEXT,
    "files" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "IntakeFile_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClaimBook" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "body" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Course_workspaceId_idx" ON "Course"("workspaceId");

-- CreateIndex
CREATE INDEX "Enrolment_userId_idx" ON "Enrolment"("userId");

-- CreateIndex
CREATE INDEX "CourseStudent_courseId_userId_idx" ON "CourseStudent"("courseId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "CourseStudent_courseId_identifier_key" ON "CourseStudent"("courseId", "identifier");

-- CreateIndex
CREATE INDEX "CourseInvite_courseId_idx" ON "CourseInvite"("courseId");

-- CreateIndex
CREATE INDEX "Assignment_courseId_idx" ON "Assignment"("courseId");

-- CreateIndex
CREATE UNIQUE INDEX "StudentAlias_assignmentId_studentId_key" ON "StudentAlias"("assignmentId", "studentId");

-- CreateIndex
CREATE INDEX "Work_assignmentId_isLatest_alias_idx" ON "Work"("assignmentId", "isLatest", "alias");

-- CreateIndex
CREATE UNIQUE INDEX "Work_assignmentId_alias_attempt_key" ON "Work"("assignmentId", "alias", "attempt");

-- CreateIndex
CREATE INDEX "Review_assignmentId_slot_isOpen_workId_idx" ON "Review"("assignmentId", "slot", "isOpen", "workId");

-- CreateIndex
CREATE INDEX "Review_reviewerId_idx" ON "Review"("reviewerId");

-- CreateIndex
CREATE INDEX "WorkNote_workId_idx" ON "WorkNote"("workId");

-- CreateIndex
CREATE INDEX "BankComment_assignmentId_idx" ON "BankComment"("assignmentId");

-- CreateIndex
CREATE INDEX "IntakeFile_assignmentId_at_idx" ON "IntakeFile"("assignmentId", "at");
