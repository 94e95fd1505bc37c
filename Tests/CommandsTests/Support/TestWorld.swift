import Foundation
import Records
import Storage
import Synchronization
import TestSupport

@testable import Commands

/// A world for tests: its own folder, a clock that stands still, and a console that remembers.
final class TestWorld: Sendable {
  let folder: URL
  private let out = Mutex<[UInt8]>([])
  private let err = Mutex<[UInt8]>([])
  /// Makes the random numbers of the world, the same in every run.
  private let generator = Mutex(TestSupport.SeededGenerator(seed: 1))

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("outcomes-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// What was printed since the last time this was asked.
  func takeOutput() -> (out: String, err: String) {
    (Self.take(out), Self.take(err))
  }

  private static func take(_ bytes: borrowing Mutex<[UInt8]>) -> String {
    bytes.withLock { bytes in
      defer { bytes = [] }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The world in which the commands of a test run.
  /// - Parameters:
  ///   - day: the day on which the test takes place.
  ///   - answers: what a person at the terminal answers to the questions, the last to all that
  ///     follow; nil without a terminal.
  ///   - terminal: where a person types; it shows what is printed too.
  ///   - window: the window in which what is printed is shown; nil for files or pipes.
  func world(
    day: String = "2026-06-30", files: FileSystem = .posix, environment: [String: String] = [:],
    threads: Int = 2, answers: [String]? = nil, terminal: TestTerminal? = nil,
    window: Console.Window? = nil
  ) throws -> World {
    guard let today = CalendarDate(day) else { throw CocoaError(.featureUnsupported) }
    let asked = Mutex(0)
    return World(
      console: Console(
        write: { bytes in
          self.out.withLock { $0 += bytes }
          terminal?.show(bytes)
        },
        say: { bytes in
          self.err.withLock { $0 += bytes }
          terminal?.show(bytes)
        },
        ask: { question in
          guard let answers else { return nil }
          let number = asked.withLock { number in
            defer { number += 1 }
            return number
          }
          let answer = answers[min(number, answers.count - 1)]
          self.err.withLock { $0 += Array("\(question)\(answer)\n".utf8) }
          return answer
        }, outputWindow: window, messageWindow: window),
      terminal: { terminal?.terminal }, files: files,
      now: { Timestamp(date: today, seconds: 12 * 3600) }, today: { today },
      environment: environment, currentFolder: folder.path,
      temporaryFolder: { [folder] in folder.appendingPathComponent("tmp").path },
      userName: { "dana" }, cores: { threads },
      random: { [self] in generator.withLock { $0.next() } })
  }
}
