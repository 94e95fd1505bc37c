import Foundation
import Records
import Storage
import TestSupport
import Text
import XCTest

/// A small program that has everything a backup holds, and its backup beside its folder.
enum BackedUpProgram {
  static func sample(_ format: LineFormat) throws -> TestProgram {
    let test = try TestProgram(format)
    try test.write(
      events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")])
    try FileManager.default.createDirectory(
      atPath: test.path + "/recovered", withIntermediateDirectories: false)
    try test.put("P1,base", in: "recovered/20260630120000-9-scores.csv")
    try test.put("{}", in: "instruments/own.json")
    return test
  }

  static func path(_ test: TestProgram) -> String { test.parent + "/backup.tar" }

  static func bytes(_ test: TestProgram) throws -> [UInt8] { try test.bytes("../backup.tar") }

  @discardableResult
  static func backUp(_ test: TestProgram) throws -> BackupSummary {
    try test.folder().backUp(test.settings, to: path(test), at: SampleProgram.now())
  }

  /// Restores the backup of one program into the folder of another.
  @discardableResult
  static func restore(
    _ test: TestProgram, into other: TestProgram, _ files: FileSystem = .posix
  ) async throws -> [Diagnostic] {
    let backup = try BackupFile(path(test), .posix)
    defer { backup.close() }
    return try await backup.restore(into: other.folder(files), threads: 2)
  }
}
