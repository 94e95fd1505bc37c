import TestSupport
import Foundation
import Storage
import XCTest

@testable import Commands

/// A folder with a small program in it, in which a command is run again and again while the disk
/// fails.
final class FaultStage {
  /// What came of a run in which one call failed.
  struct Outcome {
    let code: Int32
    /// Every file in the place by its path, folders with a slash behind it and no text.
    let contents: [String: String]
    /// Command and failed call, for the messages of a test.
    let what: String
    let lastCalls: [String]
  }

  /// The words that a person must read about what a disk refuses with. A call that a signal
  /// interrupts is made again further down; should that ever fail to help, it is an error like any
  /// other.
  private static func words(_ reason: FileError.Reason) -> [String] {
    switch reason {
    case .full:
      ["the disk is full", "free some space on the disk and try again; nothing was changed"]
    case .notPermitted:
      ["you do not have permission", "ask the owner of the folder for permission"]
    case .other(let words): [words, "nothing was changed; try again"]
    default: []
    }
  }

  private static let partlyDone = [
    "what was already done stays; run the same command again for the rest",
    "the new file is there, but a power failure may bring the old one back: run this again",
  ]

  /// What may be said instead of a name that no person has typed.
  private static let typedNames = ["/made", "/out.csv"]

  static let everyReason: [FileError.Reason] = [
    .full, .notPermitted, .other("Input/output error"), .other("Interrupted system call"),
  ]

  /// What is there before each run.
  let before: [String: String]
  private let place: TestWorld

  /// - Parameters:
  ///   - extra: files beside the program.
  ///   - endings: the line ends that an editor left in both files of the store, and what it cut
  ///     off.
  init(
    _ format: String, extra: [String: String] = [:], endings: (ends: String, torn: String)? = nil
  ) async throws {
    place = try TestWorld()
    for command in [
      "init program --instruments ucla-3 --attributes site --format \(format)",
      "enroll P001 --on 2026-01-05 --store program",
      "record P001 baseline ucla-3 --answers 3,2,3 --date 2026-01-05 --store program",
    ] {
      let code = await Commands.run(command.components(separatedBy: " "), try place.world())
      XCTAssertEqual(code, 0, command)
    }
    for (name, text) in extra {
      try text.write(
        to: place.folder.appendingPathComponent(name), atomically: false, encoding: .utf8)
    }
    if let endings { try Self.spoil(place.folder, endings) }
    before = try Self.contents(of: place.folder)
  }

  private static func spoil(_ folder: URL, _ endings: (ends: String, torn: String)) throws {
    let program = folder.appendingPathComponent("program")
    for url in try FileManager.default.contentsOfDirectory(
      at: program, includingPropertiesForKeys: nil)
    where ["csv", "jsonl"].contains(url.pathExtension) {
      let text = try String(contentsOf: url, encoding: .utf8)
      let spoiled = text.replacingOccurrences(of: "\n", with: endings.ends) + endings.torn
      try spoiled.write(to: url, atomically: false, encoding: .utf8)
    }
  }

  /// Runs a command once for each call and each fault. Where a call fails without which it can do,
  /// it must have done all.
  /// - Parameter judge: looks at what came of each run.
  /// - Returns: how many calls the command makes.
  func failEveryCall(
    of command: String, longestWrite: Int, with reasons: [FileError.Reason] = everyReason,
    _ judge: (Outcome) throws -> Void
  ) async throws -> Int {
    var calls = 0
    let whole = try await contents(after: command)
    for reason in reasons {
      var number = 0
      while true {
        defer { number += 1 }
        let faulty = FaultyFileSystem(
          .init(number: number, reason: reason), longestWrite: longestWrite)
        let (code, out, err) = try await run(command, faulty.files)
        guard let failed = faulty.failed else { break }
        if code == 0, faulty.canDoWithout {
          let done = try Self.contents(of: place.folder).filter {
            !failed.hasPrefix("removeFolder") || !$0.key.hasPrefix(".outcomes-")
          }
          XCTAssertEqual(done, whole, "\(command): \(failed)")
          try putBack()
          continue
        }
        let what = "\(command): \(failed), \(reason)"
        let said = err + (code == 3 ? out : "")
        let name = failed.split(separator: " ").dropFirst().joined(separator: " ")
        // Whose file it is has words of its own.
        let isAccess = failed.hasPrefix("setAccess") && reason == .notPermitted
        // What stays, although the rest failed, has words of its own too.
        let isPartlyDone = Self.partlyDone.contains { said.contains($0) }
        for words in isAccess || isPartlyDone ? [] : Self.words(reason) {
          XCTAssertTrue(said.contains(words), "\(what): “\(words)” is not in “\(said)”")
        }
        if !name.hasPrefix(".outcomes-") {
          XCTAssertTrue(
            ([name] + Self.typedNames).contains { said.contains($0) },
            "\(what): “\(name)” is not in “\(said)”")
        }
        XCTAssertFalse(said.contains(".outcomes-"), "\(what): \(said)")
        if code != 3 { XCTAssertEqual(out, "", "\(what): acknowledged") }
        XCTAssertEqual(faulty.openHandles, 0, what)
        try judge(
          Outcome(
            code: code, contents: try Self.contents(of: place.folder), what: what,
            lastCalls: faulty.log.suffix(3).map { $0 }))
        try putBack()
      }
      try putBack()
      calls = number - 1
    }
    return calls
  }

  /// What is there after a command that succeeds; then everything is put back.
  func contents(after command: String, _ files: FileSystem = .posix) async throws -> [String:
    String]
  {
    let (code, _, err) = try await run(command, files)
    XCTAssertEqual(code, 0, "\(command): \(err)")
    let contents = try Self.contents(of: place.folder)
    try putBack()
    return contents
  }

  private func run(
    _ command: String, _ files: FileSystem
  ) async throws -> (code: Int32, out: String, err: String) {
    var words = command.components(separatedBy: " ")
    if !["init", "demo"].contains(words[0]) { words += ["--store", "program"] }
    _ = place.takeOutput()
    let code = await Commands.run(words, try place.world(files: files, threads: 1))
    let (out, err) = place.takeOutput()
    return (code, out, err)
  }

  private static func contents(of folder: URL) throws -> [String: String] {
    var found: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appendingPathComponent(name)
      if try FileSystem.posix.status(url.path)?.kind == .folder {
        found[name + "/"] = ""
      } else {
        found[name] = try String(contentsOf: url, encoding: .utf8)
      }
    }
    return found
  }

  private func putBack() throws {
    guard try Self.contents(of: place.folder) != before else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: place.folder.path) {
      try FileManager.default.removeItem(at: place.folder.appendingPathComponent(name))
    }
    for (name, text) in before.sorted(by: { $0.key < $1.key }) {
      let url = place.folder.appendingPathComponent(name)
      if name.hasSuffix("/") {
        try FileSystem.posix.makeFolder(url.path)
      } else {
        try text.write(to: url, atomically: false, encoding: .utf8)
      }
    }
  }
}
