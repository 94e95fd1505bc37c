import Foundation
import Records
import TestSupport
import Text
import XCTest

@testable import Storage

/// A sealed store in memory whose lines can be tampered with.
struct SealedStore {
  let program: Program
  /// The lines of the scores file, without header, each with its line end.
  var lines: [[UInt8]]
  private let participants: [UInt8]
  private let header: [UInt8]

  /// - Parameter count: how many lines both files have together.
  init(_ format: LineFormat, lines count: Int) throws {
    program = try SampleProgram.small(format)
    let people = RandomHistory.names.count
    let events = try RandomHistory.names.map { try SampleProgram.event($0, site: "north") }
    let assessments = try (0..<count - people).map { number in
      try SampleProgram.assessment(
        RandomHistory.names[number % people], number < people ? .record : .correct,
        answers: [1, 2, 1 + number % 3], score: Double(4 + number % 3),
        reason: number < people ? "" : "again")
    }
    let settings = program.settings
    (header, participants) = (
      Self.header(.scores, settings),
      Self.header(.participants, settings)
        + Self.sealed(events.map(\.values), .participants, settings)
    )
    lines = Self.lines(of: Self.sealed(assessments.map(\.values), .scores, settings))
  }

  private static func header(_ file: StoreFile, _ settings: ProgramSettings) -> [UInt8] {
    LineWriter(schema: file.schema(settings), format: settings.store).header
  }

  private static func sealed(
    _ values: [[String]], _ file: StoreFile, _ settings: ProgramSettings
  ) -> [UInt8] {
    let writer = LineWriter(schema: file.schema(settings), format: settings.store)
    var bytes: [UInt8] = []
    for line in values { writer.append(line, to: &bytes) }
    var chain = SealChain(settings.store)
    return chain.sealed(bytes)
  }

  static func lines(of bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: ASCII.lineFeed, omittingEmptySubsequences: true).map {
      Array($0) + [ASCII.lineFeed]
    }
  }

  /// The number of the line at `index` in its file.
  func number(_ index: Int) -> Int { index + (header.isEmpty ? 1 : 2) }

  /// The name of the scores file.
  var name: String { StoreFile.scores.name(program.settings.store) }

  /// The last 16 digits of the line at `index`.
  func seal(_ index: Int) throws -> Seal {
    let digits = lines[index].filter { $0 != ASCII.lineFeed }
      .dropLast(SealPlace(program.settings.store).closing.count).suffix(Seal.length)
    return try XCTUnwrap(Seal(String(decoding: digits, as: UTF8.self)))
  }

  /// The store as a folder.
  /// - Parameter change: changes the bytes of the scores file.
  func folder(_ change: (inout [UInt8]) -> Void = { _ in }) -> ProgramFolder {
    let settings = program.settings
    var scores = header
    for line in lines { scores += line }
    change(&scores)
    let contents = [
      "/store/\(StoreFile.participants.name(settings.store))": participants,
      "/store/\(name)": scores,
    ]
    return ProgramFolder(path: "/store", files: MemoryFiles(contents: contents).files)
  }

  /// What verifying the store finds, each as its first line.
  func findings(
    noted: [NotedSeal] = [], pieceSize: Int = LinePieces.usualSize
  ) async throws -> [String] {
    let report = try await folder().verifySeals(
      program.settings, noted: noted, threads: 2, pieceSize: pieceSize)
    return report.diagnostics.map { String($0.text.prefix { $0 != "\n" }) }
  }

  /// The same store after a change.
  func after(_ change: (inout [[UInt8]]) -> Void) -> SealedStore {
    var store = self
    change(&store.lines)
    return store
  }

  /// A line that was sealed as if it stood below the one at `index`.
  func forged(after index: Int) throws -> [UInt8] {
    let unsealed = try SampleProgram.assessment("P1", .correct, answers: [3, 3, 3], score: 9)
    var bytes: [UInt8] = []
    LineWriter(schema: StoreSchema.scores, format: program.settings.store)
      .append(unsealed.values, to: &bytes)
    var chain = SealChain(program.settings.store, after: try seal(index))
    return chain.sealed(bytes)
  }

  /// The line at `index` without its seal.
  func unsealed(_ index: Int) -> [UInt8] {
    switch program.settings.store {
    case .csv: lines[index].dropLast(17) + [ASCII.lineFeed]
    case .json: lines[index].dropLast(28) + Array("}\n".utf8)
    }
  }
}
