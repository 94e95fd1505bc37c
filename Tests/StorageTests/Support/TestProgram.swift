import Foundation
import Instruments
import Records
import Storage
import TestSupport
import Text
import XCTest

/// A program in a folder of its own, which is gone with the test.
final class TestProgram: Sendable {
  let path: String
  let program: Program

  /// - Parameter isMade: whether the program's folder is made; else only its place is known.
  init(
    _ format: LineFormat = .csv, _ schema: ProgramSchema = .one, isMade: Bool = true
  ) throws {
    let parent = FileManager.default.temporaryDirectory
      .appendingPathComponent("outcomes-storage-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: parent, withIntermediateDirectories: true)
    path = parent + "/program"
    program = try SampleProgram.small(format, schema)
    if isMade { try folder().create(program.settings, at: SampleProgram.now(), by: "dana") }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: parent)
  }

  /// The folder that holds the program's folder.
  var parent: String { String(path.dropLast("/program".count)) }
  var settings: ProgramSettings { program.settings }
  var participantsName: String { StoreFile.participants.name(settings.store) }
  var scoresName: String { StoreFile.scores.name(settings.store) }

  func folder(_ files: FileSystem = .posix) -> ProgramFolder {
    ProgramFolder(path: path, files: files)
  }

  /// The bytes of one of its files.
  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  func put(_ bytes: [UInt8], in name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func put(_ text: String, in name: String) throws { try put(Array(text.utf8), in: name) }

  /// The names in the folder or in a folder of it; empty where there is none.
  func names(in name: String = "") -> [String] {
    let found = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)")
    return (found ?? []).sorted()
  }

  /// Every file of the folder by its name, folders within it too.
  func everything() throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      if try FileSystem.posix.status("\(path)/\(name)")?.kind == .file {
        found[name] = try bytes(name)
      }
    }
    return found
  }

  /// Makes the folder hold these files and no others.
  func putBack(_ everything: [String: [UInt8]]) throws {
    for name in try self.everything().keys where everything[name] == nil {
      try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    for (name, bytes) in everything { try put(bytes, in: name) }
  }

  /// Adds lines in one session of writing.
  @discardableResult
  func write(
    events: [ParticipantEvent] = [], assessments: [Assessment] = [], _ files: FileSystem = .posix
  ) throws -> [StoreNotice] {
    try folder(files).write(
      settings, at: SampleProgram.now(), waiting: {}
    ) { writer throws(Problems) in
      for event in events { try writer.append(event) }
      for assessment in assessments { try writer.append(assessment) }
    }.1
  }
}

extension XCTestCase {
  /// What `body` says is wrong; fails where it says nothing.
  func problems<Result>(
    file: StaticString = #filePath, line: UInt = #line, _ body: () throws -> Result
  ) -> [Diagnostic] {
    do {
      _ = try body()
      XCTFail("nothing was thrown", file: file, line: line)
    } catch let problems as Problems {
      return problems.diagnostics
    } catch {
      XCTFail("\(error)", file: file, line: line)
    }
    return []
  }
}
